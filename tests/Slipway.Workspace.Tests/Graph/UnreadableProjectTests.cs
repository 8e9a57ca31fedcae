using Slipway.Model.Units;
using Slipway.Workspace.DotNet;

namespace Slipway.Workspace.Tests.Graph;

public sealed class UnreadableProjectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_whose_sdk_is_missing_is_named_and_does_not_hide_the_others()
    {
        using var repository = new TemporaryRepository()
            .Project("services/catalog/Catalog.csproj", """<ItemGroup><ProjectReference Include="../../packages/legacy/Legacy.csproj" /></ItemGroup>""")
            .Project("packages/legacy/Legacy.csproj", sdk: "No.Such.Sdk");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal("services/catalog -> packages/legacy", string.Join(", ", platform.Edges.Select(edge => $"{edge.From} -> {edge.To}")));
        Assert.Equal(ProjectRole.Unreadable, platform.Units[1].Projects[0].Role);
        var notice = Assert.Single(platform.Notices);
        Assert.Equal(("SLP2002", "packages/legacy/Legacy.csproj"), (notice.Code, notice.File));
        Assert.Contains("No.Such.Sdk", notice.Message);
    }

    [Fact]
    public async Task A_project_file_that_is_not_xml_is_unreadable()
    {
        using var repository = new TemporaryRepository(("services/broken/Broken.csproj", "<Project>\n<Oops"))
            .Project("services/catalog/Catalog.csproj");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal([ProjectRole.Unreadable, ProjectRole.Library], platform.Units.Select(unit => unit.Projects[0].Role));
        Assert.Contains("line 2", platform.Units[0].Projects[0].Unreadable);
    }

    [Fact]
    public async Task A_reference_to_a_project_that_does_not_exist_is_named()
    {
        using var repository = new TemporaryRepository()
            .Project("services/catalog/Catalog.csproj", """<ItemGroup><ProjectReference Include="../gone/Gone.csproj" /></ItemGroup>""");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal(
            """
            services/catalog/Catalog.csproj: SLP2003: This project refers to 'services/gone/Gone.csproj', which does not exist.
              mend: correct the reference, or remove it
            """,
            Assert.Single(platform.Notices).ToString());
        Assert.Equal(ProjectRole.Library, platform.Units[0].Projects[0].Role);
    }

    [Fact]
    public async Task A_platform_whose_global_json_names_a_missing_sdk_is_read_all_the_same()
    {
        using var repository = new TemporaryRepository(("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }"""))
            .Project("services/catalog/Catalog.csproj")
            .Write("apps/shop/package.json", """{ "name": "shop" }""");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal(["services/catalog", "apps/shop"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Equal("net10.0", platform.Units[0].Projects[0].TargetFramework);
        // A process looks for its SDK once, and here another test may have been the first.
        Assert.True(Directory.Exists(MSBuildAssemblies.FindSdk(repository.Root).MSBuildPath));
    }

    [Fact]
    public async Task A_project_file_that_changed_is_read_anew_by_the_same_process()
    {
        using var repository = new TemporaryRepository().Project("services/catalog/Catalog.csproj");

        var before = (await WorkspaceReader.ReadAsync(repository.Root, Cancel)).Units[0].Projects[0];
        repository.Project("services/catalog/Catalog.csproj", sdk: "Microsoft.NET.Sdk.Web");
        var after = (await WorkspaceReader.ReadAsync(repository.Root, Cancel)).Units[0].Projects[0];

        Assert.Equal((ProjectRole.Library, ProjectRole.Entry), (before.Role, after.Role));
    }
}
