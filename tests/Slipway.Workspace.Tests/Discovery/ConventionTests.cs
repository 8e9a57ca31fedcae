using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Discovery;

public sealed class ConventionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_folder_below_services_apps_and_packages_is_a_unit()
    {
        using var repository = new TemporaryRepository(("apps/storefront/package.json", """{ "name": "storefront" }"""))
            .Project("services/catalog/src/Catalog/Catalog.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .Project("packages/contracts/Contracts.csproj");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal(["services/catalog", "apps/storefront", "packages/contracts"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Equal([Toolchain.DotNet, Toolchain.Node, Toolchain.DotNet], platform.Units.Select(unit => unit.Toolchain));
        Assert.Equal(Path.GetFileName(repository.Root), platform.Name);
    }

    [Fact]
    public async Task A_folder_with_nothing_to_build_is_no_unit_and_is_told()
    {
        using var repository = new TemporaryRepository(("services/old/README.md", "gone"));

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Empty(platform.Units);
        Assert.Equal(
            """
            services/old: SLP1027: 'services/old' stands where a unit is expected but holds no *.csproj, nor a package.json at its root, so it is no unit.
              mend: add its project, or remove the folder
            """,
            Assert.Single(platform.Notices).ToString());
    }

    [Fact]
    public async Task A_project_of_no_unit_is_a_stray_and_is_told()
    {
        using var repository = new TemporaryRepository()
            .Project("services/catalog/Catalog.csproj").Project("tools/Import/Import.csproj").Project("build/Build.csproj");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal(["tools/Import/Import.csproj"], platform.Strays);
        Assert.Equal(
            """
            tools/Import/Import.csproj: SLP1029: This project belongs to no unit, so nothing builds, tests or ships it.
              mend: move it into a unit's folder, or let the layout of platform.yaml claim or exclude its folder
            """,
            Assert.Single(platform.Notices).ToString());
    }

    [Fact]
    public async Task What_tools_write_and_platforms_within_are_not_looked_into()
    {
        using var repository = new TemporaryRepository(("templates/platform/platform.yaml", "name: Inner"))
            .Project("services/catalog/Catalog.csproj")
            .Project("services/catalog/obj/x/Generated.csproj")
            .Project("artifacts/old/Old.csproj")
            .Project("templates/platform/services/inner/Inner.csproj")
            .Write("services/catalog/node_modules/x/package.json", "{}");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal("services/catalog/Catalog.csproj", Assert.Single(Assert.Single(platform.Units).Projects).Path);
        Assert.Empty(platform.Notices);
    }

    [Theory]
    [InlineData("services/ordering/platform.yaml", "the unit's folder 'services/ordering'")]
    [InlineData("services/catalog/src/platform.yaml", "a part of the unit's folder 'services/catalog'")]
    [InlineData("services/platform.yaml", "every folder of a unit that 'services/*' names in it")]
    public async Task A_platform_within_that_would_hide_a_unit_is_refused(string path, string hidden)
    {
        using var repository = new TemporaryRepository((path, "name: x\n"))
            .Project("services/catalog/src/Catalog.csproj").Project("services/ordering/src/Ordering.csproj");

        Assert.Equal(
            $"""
            {path}: SLP1038: This platform.yaml makes its folder a platform of its own, which is not looked into: it would hide {hidden}.
              mend: remove it, or let layout.exclude of the root's platform.yaml name its folder, with the reason
            """,
            await BadInput.Of(repository));
    }

    [Fact]
    public async Task A_platform_within_that_the_layout_excludes_is_no_unit()
    {
        using var repository = new TemporaryRepository(("services/sample/platform.yaml", "name: x\n"))
            .Write("platform.yaml", "layout:\n  exclude:\n    - path: services/sample\n      reason: a sample for readers\n")
            .Project("services/catalog/Catalog.csproj").Project("services/sample/services/inner/Inner.csproj");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal("services/catalog", Assert.Single(platform.Units).Id.ToString());
        Assert.Empty(platform.Notices);
    }

    [Fact]
    public async Task Two_units_whose_names_differ_in_case_only_are_one_too_many()
    {
        using var repository = new TemporaryRepository().Project("services/catalog/A.csproj").Project("packages/Catalog/B.csproj");

        Assert.Equal(
            """
            packages/Catalog: SLP1025: 2 units are called 'catalog', and case does not tell names apart: 'services/catalog', 'packages/Catalog'.
              mend: rename all but one, or gather their folders into one unit in the layout of platform.yaml
            """,
            await BadInput.Of(repository));
    }

    [Fact]
    public async Task A_name_that_a_file_gives_and_another_unit_has_is_told_where_it_stands()
    {
        using var repository = new TemporaryRepository(("services/a/unit.yaml", "description: x\nname: b\n"))
            .Project("services/a/A.csproj").Project("services/b/B.csproj");

        Assert.StartsWith("services/a/unit.yaml(2,7): SLP1025: 2 units are called 'b'", await BadInput.Of(repository), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_whose_name_no_unit_can_have_is_told()
    {
        using var repository = new TemporaryRepository().Project("services/my shop/A.csproj");

        Assert.Equal(
            """
            services/my shop: SLP1024: 'my shop' cannot be the name of a unit; expected a letter, then at most 62 letters, digits, dots, underscores or hyphens.
              mend: rename the folder, or give the unit a name in 'services/my shop/unit.yaml'
            """,
            await BadInput.Of(repository));
    }

    [Fact]
    public async Task A_unit_file_that_nothing_would_read_is_told()
    {
        using var repository = new TemporaryRepository(("services/catalog/src/unit.yaml", "kind: service")).Project("services/catalog/src/A.csproj");

        Assert.Equal(
            """
            services/catalog/src/unit.yaml: SLP1028: This unit.yaml does not lie in the folder of a unit, so nothing would read it.
              mend: move it to its unit's folder, or let the layout of platform.yaml claim this one
            """,
            await BadInput.Of(repository));
    }

    [Fact]
    public async Task A_unit_folder_that_is_a_link_out_of_the_repository_is_refused()
    {
        using var elsewhere = new TemporaryRepository().Project("Catalog.csproj");
        using var repository = new TemporaryRepository().Project("services/ordering/Ordering.csproj");
        Directory.CreateSymbolicLink(repository["services/catalog"], elsewhere.Root);

        Assert.Equal(
            $"""
            services/catalog: SLP1026: 'services/catalog' is a link to '{elsewhere.Root}', which lies outside of the repository: what it holds could change without a commit.
              mend: put what it leads to into the repository
            """,
            await BadInput.Of(repository));
    }
}
