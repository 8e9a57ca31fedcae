using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Fingerprints;

public sealed class UnitFingerprintsTests
{
    // Read once, from files that are all well formed: what is under test is the digests.
    private static readonly Lazy<Task<Platform>> Platform = new(async () =>
    {
        using var healthy = Repository();
        return await WorkspaceReader.ReadAsync(healthy.Root, CancellationToken.None);
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("services/ordering/Order.cs", "ordering")]
    [InlineData("packages/sdk/Client.cs", "ordering sdk")]
    [InlineData("packages/sdk/sub/README.md", "ordering sdk")]
    [InlineData("Directory.Build.props", "catalog ordering sdk")]
    [InlineData("services/Directory.Build.targets", "catalog ordering")]
    [InlineData("platform.yaml", "catalog ordering sdk shop")]
    [InlineData(".editorconfig", "catalog ordering sdk shop")]
    [InlineData("package-lock.json", "shop")]
    [InlineData("eng/Version.props", "catalog")]
    [InlineData("shared/Clock.cs", "catalog")]
    [InlineData("apps/shop/src/main.ts", "shop")]
    [InlineData("services/ordering/README.md", "")]
    [InlineData("services/ordering/docs/design.md", "")]
    [InlineData("docs/index.md", "")]
    [InlineData("environments/dev.yaml", "")]
    [InlineData("services/ordering/bin/Ordering.dll", "")]
    public async Task A_changed_file_changes_the_units_that_are_made_of_it(string path, string units)
    {
        using var repository = Repository().Commit();
        var before = await Read(repository);

        repository.Write(path, "changed" + File.ReadAllText(Existing(repository, path)));

        var after = await Read(repository);
        Assert.Equal(units.Split(' ', StringSplitOptions.RemoveEmptyEntries), before.Keys.Where(name => before[name] != after[name]).Order());
    }

    [Fact]
    public async Task Committing_changes_nothing_and_neither_does_git_itself_or_the_place()
    {
        using var repository = Repository();
        var loose = await Read(repository);
        var dirty = await Read(repository.Commit().Write("services/catalog/New.cs", "class New;"));
        var committed = await Read(repository.Commit());
        using var elsewhere = new TemporaryRepository();
        elsewhere.Git("clone", "-q", repository.Root, "deep/clone");

        var cloned = await Read(elsewhere["deep/clone"]);

        Assert.NotEqual(loose["catalog"], dirty["catalog"]);
        Assert.Equal(loose["ordering"], dirty["ordering"]);
        Assert.Equal(dirty, committed);
        Assert.Equal(committed, cloned);
    }

    [Fact]
    public async Task A_platform_below_the_root_of_its_repository_has_the_same_fingerprints()
    {
        using var alone = Repository().Commit();
        using var within = new TemporaryRepository(("README.md", "outer"));
        foreach (var file in Directory.EnumerateFiles(alone.Root, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(alone.Root, file);
            if (!path.StartsWith(".git", StringComparison.Ordinal) || path == ".gitignore") within.Write("inner/" + path, File.ReadAllText(file));
        }
        within.Commit();

        Assert.Equal(await Read(alone), await Read(within["inner"]));
    }

    [Fact]
    public async Task What_tools_look_for_above_a_platform_is_an_input_of_every_unit()
    {
        using var outer = new TemporaryRepository(("README.md", "outer"));
        outer.Write("inner/.gitignore", "bin/\nobj/\n");
        outer.Commit();
        var before = await Read(outer["inner"]);

        outer.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.CA1050.severity = error\n");
        var after = await Read(outer["inner"]);

        Assert.NotEmpty(before);
        Assert.All(before, unit => Assert.NotEqual(unit.Value, after[unit.Key]));
    }

    private static TemporaryRepository Repository() => new TemporaryRepository(
            (".gitignore", "bin/\nobj/\n"),
            (".editorconfig", "root = true\n"),
            ("platform.yaml", "#\nname: Shop\n"),
            ("Directory.Build.props", "<!-- --><Project />"),
            ("services/Directory.Build.targets", "<Project />"),
            ("eng/Version.props", "<Project />"),
            ("shared/Clock.cs", "class Clock;"),
            ("package-lock.json", "{}"),
            ("docs/index.md", "docs"),
            ("environments/dev.yaml", "description: dev"),
            ("services/ordering/Order.cs", "class Order;"),
            ("services/ordering/README.md", "readme"),
            ("services/ordering/docs/design.md", "design"),
            ("services/ordering/unit.yaml", "description: orders"),
            ("packages/sdk/Client.cs", "class Client;"),
            ("packages/sdk/sub/README.md", "part of the package"),
            ("apps/shop/package.json", """{ "name": "shop" }"""),
            ("apps/shop/src/main.ts", "export {};"))
        .Project("services/catalog/Catalog.csproj", """<Import Project="../../eng/Version.props" /><ItemGroup><Compile Include="../../shared/Clock.cs" /></ItemGroup>""")
        .Project("services/ordering/Ordering.csproj", """<ItemGroup><ProjectReference Include="../../packages/sdk/Sdk.csproj" /></ItemGroup>""")
        .Project("packages/sdk/Sdk.csproj");

    private static string Existing(TemporaryRepository repository, string path)
    {
        if (!File.Exists(repository[path])) repository.Write(path, "");
        return repository[path];
    }

    private static Task<Dictionary<string, Digest>> Read(TemporaryRepository repository) => Read(repository.Root);

    private static async Task<Dictionary<string, Digest>> Read(string root)
    {
        var platform = await Platform.Value with { Root = root };
        var fingerprints = await UnitFingerprints.ReadAsync(platform, cancel: Cancel);
        return platform.Units.ToDictionary<Unit, string, Digest>(unit => unit.Name.ToString(), unit => fingerprints.Of(unit.Id));
    }
}
