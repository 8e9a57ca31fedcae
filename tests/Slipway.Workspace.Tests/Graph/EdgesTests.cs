using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Graph;

public sealed class EdgesTests
{
    [Fact]
    public async Task A_reference_between_projects_is_an_edge_between_their_units()
    {
        using var repository = new TemporaryRepository()
            .Project("services/ordering/src/Ordering.csproj", Reference("../../../packages/sdk/Sdk.csproj"))
            .Project("services/ordering/tests/Ordering.Tests.csproj", Reference("../src/Ordering.csproj"))
            .Project("packages/sdk/Sdk.csproj", Reference("../contracts/Contracts.csproj"))
            .Project("packages/contracts/Contracts.csproj");

        var platform = await Read(repository);

        Assert.Equal(
            [
                "services/ordering -> packages/sdk via services/ordering/src/Ordering.csproj",
                "packages/sdk -> packages/contracts via packages/sdk/Sdk.csproj",
            ],
            platform.Edges.Select(edge => $"{edge.From} -> {edge.To} via {string.Join(", ", edge.Via)}"));
        Assert.Equal(["services/ordering", "packages/contracts", "packages/sdk"], platform.Closure(platform.Units[0].Id).Order().Select(id => id.ToString()));
    }

    [Fact]
    public async Task A_reference_made_by_a_property_or_an_import_counts()
    {
        using var repository = new TemporaryRepository(
                ("services/Directory.Build.props", """<Project><ItemGroup><ProjectReference Include="$(MSBuildThisFileDirectory)../packages/*/*.csproj" /></ItemGroup></Project>"""))
            .Project("services/ordering/Ordering.csproj")
            .Project("packages/sdk/Sdk.csproj");

        Assert.Equal("packages/sdk", Assert.Single((await Read(repository)).Edges).To.ToString());
    }

    [Fact]
    public async Task References_of_all_target_frameworks_count()
    {
        using var repository = new TemporaryRepository()
            .Write(
                "services/ordering/Ordering.csproj",
                """
                <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>netstandard2.0;net9.0;net10.0</TargetFrameworks></PropertyGroup>
                <ItemGroup Condition="'$(TargetFramework)' == 'netstandard2.0'"><ProjectReference Include="../../packages/sdk/Sdk.csproj" /></ItemGroup></Project>
                """)
            .Project("packages/sdk/Sdk.csproj");

        var platform = await Read(repository);

        Assert.Single(platform.Edges);
        Assert.Equal("net10.0", platform.Units[0].Projects[0].TargetFramework);
    }

    [Fact]
    public async Task A_program_in_any_target_framework_is_a_program()
    {
        using var repository = new TemporaryRepository().Write(
            "apps/mobile/Mobile.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net9.0;net10.0</TargetFrameworks></PropertyGroup>
            <PropertyGroup Condition="'$(TargetFramework)' == 'net9.0'"><OutputType>Exe</OutputType></PropertyGroup></Project>
            """);

        Assert.Equal(ProjectRole.Entry, (await Read(repository)).Units[0].Projects[0].Role);
    }

    [Fact]
    public async Task Files_of_any_sort_outside_a_projects_folder_are_its_inputs()
    {
        using var repository = new TemporaryRepository(("shared/shop.proto", ""), ("shared/Clock.cs", ""), ("services/shop/Shop.cs", ""))
            .Project("services/shop/Shop.csproj", """<ItemGroup><Protobuf Include="../../shared/*.proto" /><Compile Include="../../shared/*.cs" /><Using Include="System.Text" /></ItemGroup>""");

        Assert.Equal(["shared/Clock.cs", "shared/shop.proto"], (await Read(repository)).Units[0].Projects[0].Inputs);
    }

    [Fact]
    public async Task Units_that_use_each_other_in_a_circle_are_refused_with_the_whole_path()
    {
        using var repository = new TemporaryRepository()
            .Project("services/shop/Shop.csproj", Reference("../../packages/a/A.csproj"))
            .Project("packages/a/A.csproj", Reference("../b/B.csproj"))
            .Project("packages/b/B.csproj", Reference("../c/C.csproj"))
            .Project("packages/c/C.csproj", Reference("../a/A.csproj"));

        Assert.Equal(
            """
            packages/c/C.csproj(1,145): SLP2001: Units use each other in a circle, so none of them can be built or released alone: packages/a -> packages/b -> packages/c -> packages/a.
              mend: remove the reference to packages/a here, or move what both need into a package of its own
            """,
            await BadInput.Of(repository));
    }

    [Fact]
    public async Task Units_in_a_circle_whose_projects_are_in_none_are_refused_too()
    {
        using var repository = new TemporaryRepository()
            .Project("packages/a/src/A.csproj")
            .Project("packages/a/tests/A.Tests.csproj", Reference("../../b/B.csproj"))
            .Project("packages/b/B.csproj", Reference("../a/src/A.csproj"));

        Assert.StartsWith("packages/b/B.csproj(1,145): SLP2001: ", await BadInput.Of(repository));
    }

    [Fact]
    public async Task Projects_of_one_unit_in_a_circle_are_refused()
    {
        using var repository = new TemporaryRepository()
            .Project("services/shop/A/A.csproj", Reference("../B/B.csproj"))
            .Project("services/shop/B/B.csproj", Reference("../A/A.csproj"));

        Assert.Equal(
            """
            services/shop/B/B.csproj(1,145): SLP2005: Projects refer to each other in a circle, so none of them can be built first: services/shop/A/A.csproj -> services/shop/B/B.csproj -> services/shop/A/A.csproj.
              mend: remove one of the references, or move what both need into a project of its own
            """,
            await BadInput.Of(repository));
    }

    [Fact]
    public async Task Npm_packages_are_used_by_folder_by_workspace_and_by_name()
    {
        using var repository = new TemporaryRepository(
            ("package.json", """{ "private": true, "workspaces": ["apps/*", "packages/*"] }"""),
            ("apps/shop/package.json", """{ "name": "shop", "dependencies": { "@x/sdk": "workspace:*", "ui": "file:../../packages/ui", "vite": "^7" } }"""),
            ("packages/sdk/package.json", """{ "name": "@x/sdk", "devDependencies": { "@x/base": "^1.0.0" } }"""),
            ("packages/base/package.json", """{ "name": "@x/base" }"""),
            ("packages/ui/package.json", """{ "name": "something-else" }"""));

        var platform = await Read(repository);

        Assert.Equal(
            ["apps/shop -> packages/sdk", "apps/shop -> packages/ui", "packages/sdk -> packages/base"],
            platform.Edges.Select(edge => $"{edge.From} -> {edge.To}"));
        Assert.Equal(ProjectRole.Entry, platform.Units[0].Projects[0].Role);
        Assert.Empty(platform.Strays);
    }

    private static string Reference(string path) => $"""<ItemGroup><ProjectReference Include="{path}" /></ItemGroup>""";

    private static Task<Platform> Read(TemporaryRepository repository) => WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken);
}
