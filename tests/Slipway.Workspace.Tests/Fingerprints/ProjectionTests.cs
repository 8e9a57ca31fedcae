using Slipway.Model;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Fingerprints;

/// <summary>A file that many units share changes those that read what changed in it, and nobody else.</summary>
public sealed class ProjectionTests
{
    private const string Versions = """
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
          </PropertyGroup>
          <!-- In use -->
          <ItemGroup>
            <PackageVersion Include="Npgsql" Version="10.0.3" />
            <PackageVersion Include="YamlDotNet" Version="18.1.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Lock = """
        {
          "lockfileVersion": 3,
          "packages": {
            "": { "name": "shop", "workspaces": ["apps/*"], "devDependencies": { "typescript": "6.0.0" } },
            "apps/admin": { "name": "admin", "dependencies": { "left": "1.0.0" } },
            "apps/front": { "name": "front", "dependencies": { "right": "1.0.0" } },
            "node_modules/admin": { "resolved": "apps/admin", "link": true },
            "node_modules/front": { "resolved": "apps/front", "link": true },
            "node_modules/typescript": { "version": "6.0.0", "integrity": "sha512-t" },
            "node_modules/left": { "version": "1.0.0", "integrity": "sha512-l", "dependencies": { "deep": "^1.0.0" } },
            "node_modules/left/node_modules/deep": { "version": "1.1.0", "integrity": "sha512-d" },
            "node_modules/right": { "version": "1.0.0", "integrity": "sha512-r" }
          }
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("10.0.3", "10.0.4", "catalog ordering")]
    [InlineData("18.1.0", "18.2.0", "assistant")]
    [InlineData("<!-- In use -->", "<!-- Not in use -->", "")]
    [InlineData("  </ItemGroup>", """<PackageVersion Include="Polly" Version="9.0.0" /></ItemGroup>""", "")]
    [InlineData("  </ItemGroup>", """<GlobalPackageReference Include="Rules" Version="1.0.0" /></ItemGroup>""", "assistant catalog ordering pinned sdk")]
    [InlineData("<PropertyGroup>", "<PropertyGroup><LangVersion>14</LangVersion>", "assistant catalog ordering pinned sdk")]
    public async Task A_version_changes_the_units_that_resolve_its_package(string before, string after, string units) =>
        Assert.Equal(units, await ChangedBy("Directory.Packages.props", text => text.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public async Task A_version_that_depends_on_a_condition_changes_everybody_who_imports_its_file()
    {
        var changed = await ChangedBy("Directory.Packages.props", text => text.Replace("<ItemGroup>", "<ItemGroup Condition=\"true\">", StringComparison.Ordinal));

        Assert.Equal("assistant catalog ordering pinned sdk", changed);
    }

    [Theory]
    [InlineData("sha512-t", "admin front")]
    [InlineData("sha512-d", "admin")]
    [InlineData("sha512-r", "front")]
    public async Task A_package_of_npm_changes_the_units_that_reach_it(string integrity, string units) =>
        Assert.Equal(units, await ChangedBy("package-lock.json", text => text.Replace(integrity, "sha512-x", StringComparison.Ordinal)));

    [Fact]
    public async Task A_new_member_of_the_workspace_changes_no_other()
    {
        var changed = await ChangedBy("package-lock.json", text => text.Replace("\"apps/front\": {", "\"apps/new\": { \"name\": \"new\" }, \"apps/front\": {", StringComparison.Ordinal));

        Assert.Equal("", changed);
    }

    [Theory]
    [InlineData("name: Shop\nconfiguration: Release\n", "configuration: Release # as always\nname: Harbour\n", "")]
    [InlineData("configuration: Release", "configuration: Debug", "admin assistant catalog front ordering pinned sdk")]
    public async Task Of_the_platform_s_file_its_settings_count(string before, string after, string units) =>
        Assert.Equal(units, await ChangedBy("platform.yaml", text => text.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData(InputScope.Everything, "assistant catalog ordering pinned")]
    [InlineData(InputScope.Building, "")]
    [InlineData(InputScope.Bytes, "")]
    [InlineData(InputScope.Resolution, "")]
    public async Task The_image_that_programs_are_put_on_is_an_input_of_what_ships_alone(InputScope scope, string units)
    {
        using var repository = Repository();
        repository.Write("platform.yaml", "name: Shop\nconfiguration: Release\nbaseImage: layout:images/one\n");
        var before = await FingerprintsAsync(repository, scope);
        repository.Write("platform.yaml", "name: Shop\nconfiguration: Release\nbaseImage: layout:images/other\n");

        Assert.Equal(units, Changed(before, await FingerprintsAsync(repository, scope)));
    }

    [Theory]
    [InlineData(InputScope.Everything, "front")]
    [InlineData(InputScope.Building, "")]
    [InlineData(InputScope.Resolution, "")]
    public async Task The_image_that_servers_of_node_are_put_on_is_an_input_of_what_ships_on_it_alone(InputScope scope, string units)
    {
        using var repository = Repository();
        repository.Write("apps/front/package.json", """{ "name": "front", "dependencies": { "right": "1.0.0" }, "scripts": { "start": "node dist/server.js" } }""");
        repository.Write("platform.yaml", "name: Shop\nnodeBaseImage: layout:images/one\n");
        var before = await FingerprintsAsync(repository, scope);
        repository.Write("platform.yaml", "name: Shop\nnodeBaseImage: layout:images/other\n");

        Assert.Equal(units, Changed(before, await FingerprintsAsync(repository, scope)));
    }

    [Theory]
    [InlineData("publish:\n  registry: registry.example.com/shop\n")]
    [InlineData("publish:\n  feed: feed\n")]
    public async Task Where_something_is_published_changes_nothing_in_it(string publish) =>
        Assert.Equal("", await ChangedBy("platform.yaml", text => text + publish));

    [Theory]
    [InlineData("description: orders\nvisibility: []\n", "# first\nvisibility: []\ndescription: 'orders'\n", "")]
    [InlineData("description: orders", "description: Orders", "ordering")]
    public async Task Of_a_unit_s_file_what_it_says_counts(string before, string after, string units) =>
        Assert.Equal(units, await ChangedBy("services/ordering/unit.yaml", text => text.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public async Task Every_byte_of_a_unit_s_own_files_counts_where_a_stage_reads_bytes()
    {
        using var repository = Repository();
        var before = await FingerprintsAsync(repository, InputScope.Bytes);
        repository.Write("services/ordering/unit.yaml", "# a word\ndescription: orders\nvisibility: []\n");

        Assert.Equal("ordering", Changed(before, await FingerprintsAsync(repository, InputScope.Bytes)));
    }

    [Theory]
    [InlineData("services/ordering/Order.cs", "")]
    [InlineData("services/ordering/Ordering.csproj", "ordering")]
    [InlineData("packages/sdk/Sdk.csproj", "ordering sdk")]
    [InlineData("nuget.config", "assistant catalog ordering pinned sdk")]
    public async Task Sources_are_no_input_of_a_restore(string path, string units)
    {
        using var repository = Repository();
        var before = await FingerprintsAsync(repository, InputScope.Resolution);
        repository.Write(path, File.ReadAllText(repository[path]) + "\n");

        Assert.Equal(units, Changed(before, await FingerprintsAsync(repository, InputScope.Resolution)));
    }

    [Fact]
    public async Task A_variable_that_the_host_hands_down_counts_and_a_place_on_this_machine_does_not()
    {
        using var repository = Repository();

        var one = await FingerprintsAsync(repository, variables: new() { ["SlipwayVersion"] = "1.0.0", ["SLIPWAY_FEED"] = "/here/feed" });
        var elsewhere = await FingerprintsAsync(repository, variables: new() { ["SlipwayVersion"] = "1.0.0", ["SLIPWAY_FEED"] = "/there/feed" });
        var other = await FingerprintsAsync(repository, variables: new() { ["SlipwayVersion"] = "2.0.0", ["SLIPWAY_FEED"] = "/here/feed" });

        Assert.Equal(one, elsewhere);
        Assert.Equal("admin assistant catalog front ordering pinned sdk", Changed(one, other));
    }

    private static TemporaryRepository Repository() => new TemporaryRepository(
            ("platform.yaml", "name: Shop\nconfiguration: Release\n"),
            ("Directory.Packages.props", Versions),
            ("nuget.config", "<configuration />"),
            ("package.json", """{ "name": "shop", "workspaces": ["apps/*"] }"""),
            ("package-lock.json", Lock),
            ("services/ordering/unit.yaml", "description: orders\nvisibility: []\n"),
            ("services/ordering/Order.cs", "class Order;"),
            ("services/pinned/packages.lock.json", """{ "dependencies": { "net10.0": { "Serilog": {} } } }"""),
            ("apps/admin/package.json", """{ "name": "admin", "dependencies": { "left": "1.0.0" } }"""),
            ("apps/front/package.json", """{ "name": "front", "dependencies": { "right": "1.0.0" } }"""))
        .Project("services/catalog/Catalog.csproj", Uses("Npgsql"))
        .Project("services/ordering/Ordering.csproj", """<ItemGroup><ProjectReference Include="../../packages/sdk/Sdk.csproj" /></ItemGroup>""" + Uses("Npgsql"))
        .Project("services/assistant/Assistant.csproj", Uses("YamlDotNet"))
        .Project("services/pinned/Pinned.csproj", """
            <PropertyGroup><CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled></PropertyGroup>
            <ItemGroup><PackageReference Include="Npgsql" VersionOverride="9.0.0" /></ItemGroup>
            """)
        .Project("packages/sdk/Sdk.csproj");

    private static string Uses(string package) => $"""<ItemGroup><PackageReference Include="{package}" /></ItemGroup>""";

    private static async Task<string> ChangedBy(string path, Func<string, string> change)
    {
        using var repository = Repository();
        var before = await FingerprintsAsync(repository);
        repository.Write(path, change(File.ReadAllText(repository[path])));
        return Changed(before, await FingerprintsAsync(repository));
    }

    private static string Changed(Dictionary<string, Digest> before, Dictionary<string, Digest> after) =>
        string.Join(' ', before.Keys.Where(unit => before[unit] != after[unit]).Order(StringComparer.Ordinal));

    private static async Task<Dictionary<string, Digest>> FingerprintsAsync(
        TemporaryRepository repository, InputScope scope = InputScope.Everything, Dictionary<string, string?>? variables = null)
    {
        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);
        var fingerprints = await UnitFingerprints.ReadAsync(platform, variables, Cancel);
        return platform.Units.ToDictionary<Unit, string, Digest>(unit => unit.Name.ToString(), unit => fingerprints.Of(unit.Id, scope));
    }
}
