using Slipway.Model.Platforms;

namespace Slipway.Workspace.Tests.Discovery;

/// <summary>Repositories that were not made by us: described by platform.yaml alone, no file moved.</summary>
public sealed class LayoutTests
{
    [Fact]
    public async Task Services_beside_libraries_in_one_folder()
    {
        using var repository = new TemporaryRepository(("platform.yaml", "layout:\n  services: [src/*.API]\n  packages: [src/*]\n"))
            .Project("src/Catalog.API/Catalog.API.csproj", """<ItemGroup><ProjectReference Include="../EventBus/EventBus.csproj" /></ItemGroup>""", "Microsoft.NET.Sdk.Web")
            .Project("src/Ordering.API/Ordering.API.csproj")
            .Project("src/EventBus/EventBus.csproj")
            .Project("tests/Catalog.FunctionalTests/Catalog.FunctionalTests.csproj");

        var platform = await Read(repository);

        Assert.Equal(["services/catalog.api", "services/ordering.api", "packages/eventbus"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Equal("services/catalog.api -> packages/eventbus", Edges(platform));
        Assert.Equal(["tests/Catalog.FunctionalTests/Catalog.FunctionalTests.csproj"], platform.Strays);
    }

    [Fact]
    public async Task A_unit_gathered_from_several_folders_at_the_root()
    {
        using var repository = new TemporaryRepository(("platform.yaml", "layout:\n  services:\n    - folders: ['{name}', '{name}.Api', '{name}.Test']\n"))
            .Project("Basket/Basket.csproj")
            .Project("Basket.Api/Basket.Api.csproj", """<ItemGroup><ProjectReference Include="../Basket/Basket.csproj" /></ItemGroup>""", "Microsoft.NET.Sdk.Web")
            .Project("Basket.Test/Basket.Test.csproj")
            .Project("Order.Api/Order.Api.csproj")
            .Write("docs/index.md", "not a unit")
            .Write("Basket/unit.yaml", "projects: {unitTests: [Basket.Test.csproj]}");

        var platform = await Read(repository);

        Assert.Equal(["services/basket", "services/order"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Equal(["Basket", "Basket.Api", "Basket.Test"], platform.Units[0].Folders);
        Assert.Equal(["Basket.Api/Basket.Api.csproj", "Basket.Test/Basket.Test.csproj", "Basket/Basket.csproj"], platform.Units[0].Projects.Select(project => project.Path));
        Assert.Equal(["Order.Api"], platform.Units[1].Folders);
        Assert.Empty(platform.Edges);
        Assert.Empty(platform.Notices);
    }

    [Fact]
    public async Task Sources_and_tests_in_two_trees()
    {
        using var repository = new TemporaryRepository(("platform.yaml", "layout:\n  services:\n    - folders: ['src/Services/{name}', 'tests/Services/{name}']\n"))
            .Project("src/Services/Payment/Payment.Api/Payment.Api.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .Project("tests/Services/payment/Payment.Tests/Payment.Tests.csproj", """<ItemGroup><PackageReference Include="xunit" /></ItemGroup>""");

        var unit = Assert.Single((await Read(repository)).Units);

        Assert.Equal(["src/Services/Payment", "tests/Services/payment"], unit.Folders);
        Assert.Equal("src/Services/Payment", unit.Root);
        Assert.Equal(2, unit.Projects.Length);
    }

    [Fact]
    public async Task A_project_belongs_to_the_deepest_unit_that_holds_it()
    {
        using var repository = new TemporaryRepository(("platform.yaml", "layout:\n  packages: [src/*]\n  services: [src/Services/*]\n"))
            .Project("src/Services/Catalog/Catalog.csproj")
            .Project("src/Core/Core.csproj");

        var platform = await Read(repository);

        Assert.Equal(["services/catalog", "packages/core"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Empty(platform.Notices);
    }

    [Fact]
    public async Task A_kind_that_the_layout_does_not_name_keeps_its_convention()
    {
        using var repository = new TemporaryRepository(("platform.yaml", "name: Shop\nlayout:\n  services: ['src/{name}.API']\n"))
            .Project("src/Catalog.API/Catalog.API.csproj")
            .Project("packages/contracts/Contracts.csproj");

        var platform = await Read(repository);

        Assert.Equal(["services/catalog", "packages/contracts"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Equal("Shop", platform.Name);
    }

    [Fact]
    public async Task Folders_at_any_depth()
    {
        using var repository = new TemporaryRepository(("platform.yaml", "layout:\n  services: ['src/**/{name}.Worker']\n"))
            .Project("src/Mail.Worker/A.csproj")
            .Project("src/Back/Office/Report.Worker/B.csproj");

        Assert.Equal(["services/mail", "services/report"], (await Read(repository)).Units.Select(unit => unit.Id.ToString()));
    }

    [Fact]
    public async Task An_excluded_project_is_no_stray()
    {
        using var repository = new TemporaryRepository(("platform.yaml", "layout:\n  exclude:\n    - path: samples\n      reason: teaching material\n"))
            .Project("samples/First/First.csproj");

        Assert.Empty((await Read(repository)).Strays);
    }

    private static string Edges(Platform platform) => string.Join('\n', platform.Edges.Select(edge => $"{edge.From} -> {edge.To}"));

    private static Task<Platform> Read(TemporaryRepository repository) => WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken);
}
