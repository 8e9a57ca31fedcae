using Slipway.Model;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Fingerprints;

/// <summary>
/// One kind of input after another is altered, and the platform read again as a run reads it: exactly the units that read it have another
/// fingerprint. What is no input alters none.
/// </summary>
public sealed class SoundnessTests
{
    private const string Everybody = "catalog front ordering sdk";
    private const string Lock = """{ "version": 2, "dependencies": { "net10.0": { "Npgsql": { "type": "Direct", "resolved": "10.0.3" }, "Deep": { "type": "Transitive", "resolved": "1.0.0" } } } }""";

    // Read once: every test begins with the same files.
    private static readonly Lazy<Task<Dictionary<string, Digest>>> Before = new(async () =>
    {
        using var repository = Repository();
        return await FingerprintsAsync(repository);
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    // Sources.
    [InlineData("a line of a source", "services/ordering/Order.cs", "class Order { int x; }", "ordering")]
    [InlineData("a file that a glob takes in", "services/ordering/New.cs", "class New;", "ordering")]
    [InlineData("a deleted file", "services/ordering/Order.cs", null, "ordering")]
    [InlineData("a linked file of another folder", "shared/Clock.cs", "class Clock { }", "catalog")]
    [InlineData("a file that a glob over another folder takes in", "shared/schemas/new.json", "{}", "catalog")]
    [InlineData("a deleted file of such a glob", "shared/schemas/order.json", null, "catalog")]
    [InlineData("a resource", "services/ordering/Texts.resx", "<root><!-- --></root>", "ordering")]
    [InlineData("content that is copied", "services/ordering/appsettings.json", """{ "a": 1 }""", "ordering")]
    [InlineData("a generated file that is committed", "services/ordering/Generated/Client.g.cs", "class Client { }", "ordering")]
    [InlineData("a source of a unit that it uses", "packages/sdk/Client.cs", "class Client { int x; }", "ordering sdk")]
    [InlineData("a test", "services/ordering/tests/OrderTests.cs", "class OrderTests { }", "ordering")]
    // How they are built.
    [InlineData("a project file", "services/ordering/Ordering.csproj", "*<!-- -->", "ordering")]
    [InlineData("properties two folders up", "Directory.Build.props", "*<!-- -->", "catalog ordering sdk")]
    [InlineData("targets of one folder of services", "services/Directory.Build.targets", "*<!-- -->", "catalog ordering")]
    [InlineData("properties that appear nearer", "services/ordering/Directory.Build.props", "<Project />", "ordering")]
    [InlineData("a file that a project imports by name", "eng/Version.props", "*<!-- -->", "catalog")]
    [InlineData("a response file", "Directory.Build.rsp", "-p:x=1", "catalog ordering sdk")]
    [InlineData("a severity in .editorconfig", ".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA1822.severity = error\n", Everybody)]
    [InlineData("a severity in a nearer .editorconfig", "services/ordering/.editorconfig", "[*.cs]\ndotnet_diagnostic.CA1822.severity = none\n", "ordering")]
    [InlineData("a .globalconfig", ".globalconfig", "is_global = true\n", "catalog ordering sdk")]
    [InlineData("an analyzer of the repository", "eng/Rules.dll", "MZ another", "catalog")]
    [InlineData("a file for the analyzers", "eng/allowed.txt", "other words", "catalog")]
    [InlineData("the SDK of global.json", "global.json", """{ "sdk": { "rollForward": "latestMajor", "allowPrerelease": true } }""", "catalog ordering sdk")]
    [InlineData("where packages come from", "nuget.config", "<configuration><!-- --></configuration>", "catalog ordering sdk")]
    // Packages.
    [InlineData("a package's version", "Directory.Packages.props", "10.0.3=>10.0.4", "catalog ordering")]
    [InlineData("a version of its own", "services/catalog/Catalog.csproj", "9.0.0=>9.0.1", "catalog")]
    [InlineData("a transitive version in a lock file", "services/ordering/packages.lock.json", "1.0.0=>1.0.1", "ordering")]
    [InlineData("a package of npm", "package-lock.json", "sha512-l=>sha512-x", "front")]
    [InlineData("a script of package.json", "apps/front/package.json", "tsc=>tsc -b", "front")]
    [InlineData("the compiler options of TypeScript", "tsconfig.base.json", """{ "strict": true }""", "front")]
    [InlineData("the rules of ESLint", "eslint.config.js", "export default [1];", "front")]
    // Configuration.
    [InlineData("a setting of the platform", "platform.yaml", "warningsAsErrors: true=>warningsAsErrors: false", Everybody)]
    [InlineData("a setting of a unit", "services/ordering/unit.yaml", "orders=>more orders", "ordering")]
    [InlineData("a variable that the platform declares", "variable SLIPWAY_TEST_REGION", "us", Everybody)]
    [InlineData("a variable that a unit declares", "variable SLIPWAY_TEST_TIER", "gold", "ordering")]
    [InlineData("a variable that a project file names", "variable SLIPWAY_TEST_FLAG", "on", "ordering sdk")]
    // No input.
    [InlineData("a document", "services/ordering/README.md", "words", "")]
    [InlineData("a document of the repository", "docs/index.md", "words", "")]
    [InlineData("the same bytes, written again", "services/ordering/Order.cs", "=", "")]
    [InlineData("the order of keys in unit.yaml", "services/ordering/unit.yaml", "variables: [SLIPWAY_TEST_TIER]\ndescription: orders\n", "")]
    [InlineData("the order of keys in platform.yaml", "platform.yaml", "variables: [SLIPWAY_TEST_REGION]\nwarningsAsErrors: true\nname: Shop\n", "")]
    [InlineData("a variable that nobody declares", "variable SLIPWAY_TEST_OTHER", "x", "")]
    [InlineData("what git ignores", "services/ordering/bin/Ordering.dll", "MZ", "")]
    [InlineData("a new unit", "packages/new/New.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""", "")]
    [InlineData("a version of a package that nobody uses", "Directory.Packages.props", "13.0.3=>13.0.4", "")]
    public async Task Exactly_who_reads_an_input_has_another_fingerprint(string what, string path, string? content, string units)
    {
        using var repository = Repository();
        var now = path.StartsWith("variable ", StringComparison.Ordinal)
            ? await WithVariable(path["variable ".Length..], content, () => FingerprintsAsync(repository))
            : await FingerprintsAsync(Alter(repository, path, content));

        var before = await Before.Value;
        Assert.True(units == string.Join(' ', before.Keys.Where(unit => before[unit] != now[unit]).Order(StringComparer.Ordinal)),
            $"{what}: {string.Join(' ', before.Keys.Where(unit => before[unit] != now[unit]).Order(StringComparer.Ordinal))} changed, not {units}");
    }

    [Fact]
    public async Task Another_folder_and_a_commit_of_somebody_else_change_nothing()
    {
        using var repository = Repository().Commit();
        using var elsewhere = new TemporaryRepository();
        elsewhere.Git("clone", "-q", repository.Root, "a/longer/path to it");

        Assert.Equal(await Before.Value, await FingerprintsAsync(elsewhere["a/longer/path to it"]));
    }

    // A content that begins with * is put behind what is there; a=>b replaces; null deletes; = writes what is there again, later.
    private static TemporaryRepository Alter(TemporaryRepository repository, string path, string? content)
    {
        if (content is null)
        {
            File.Delete(repository[path]);
            return repository;
        }
        var there = File.Exists(repository[path]) ? File.ReadAllText(repository[path]) : "";
        repository.Write(path, content switch
        {
            "=" => there,
            ['*', .. var more] => there + more,
            _ when content.Split("=>") is [var before, var after] => Replaced(there, before, after),
            _ => content,
        });
        if (content == "=") File.SetLastWriteTimeUtc(repository[path], DateTime.UtcNow.AddHours(1));
        return repository;
    }

    private static string Replaced(string text, string before, string after)
    {
        Assert.Contains(before, text, StringComparison.Ordinal);
        return text.Replace(before, after, StringComparison.Ordinal);
    }

    private static async Task<T> WithVariable<T>(string name, string? value, Func<Task<T>> work)
    {
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            return await work();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static TemporaryRepository Repository() => new TemporaryRepository(
            (".gitignore", "bin/\nobj/\n"),
            (".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA1822.severity = warning\n"),
            ("platform.yaml", "name: Shop\nwarningsAsErrors: true\nvariables: [SLIPWAY_TEST_REGION]\n"),
            ("Directory.Build.props", "<Project></Project>"),
            ("Directory.Packages.props", """
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><PackageVersion Include="Npgsql" Version="10.0.3" /><PackageVersion Include="Unused" Version="13.0.3" /></ItemGroup>
                </Project>
                """),
            ("global.json", """{ "sdk": { "rollForward": "latestMajor" } }"""),
            ("nuget.config", "<configuration />"),
            ("services/Directory.Build.targets", "<Project></Project>"),
            ("eng/Version.props", "<Project></Project>"),
            ("eng/Rules.dll", "MZ"),
            ("eng/allowed.txt", "words"),
            ("shared/Clock.cs", "class Clock;"),
            ("shared/schemas/order.json", "{}"),
            ("docs/index.md", "docs"),
            ("services/ordering/Order.cs", "class Order;"),
            ("services/ordering/Texts.resx", "<root />"),
            ("services/ordering/appsettings.json", "{}"),
            ("services/ordering/Generated/Client.g.cs", "class Client;"),
            ("services/ordering/tests/OrderTests.cs", "class OrderTests;"),
            ("services/ordering/README.md", "readme"),
            ("services/ordering/packages.lock.json", Lock),
            ("services/ordering/unit.yaml", "description: orders\nvariables: [SLIPWAY_TEST_TIER]\n"),
            ("packages/sdk/Client.cs", "class Client;"),
            ("package.json", """{ "name": "shop", "workspaces": ["apps/*"] }"""),
            ("package-lock.json", """
                {
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "shop", "workspaces": ["apps/*"] },
                    "apps/front": { "name": "front", "dependencies": { "left": "1.0.0" } },
                    "node_modules/front": { "resolved": "apps/front", "link": true },
                    "node_modules/left": { "version": "1.0.0", "integrity": "sha512-l" }
                  }
                }
                """),
            ("tsconfig.base.json", "{}"),
            ("eslint.config.js", "export default [];"),
            ("apps/front/package.json", """{ "name": "front", "scripts": { "build": "tsc" }, "dependencies": { "left": "1.0.0" } }"""))
        .Project("services/catalog/Catalog.csproj", """
            <Import Project="../../eng/Version.props" />
            <ItemGroup>
              <Compile Include="../../shared/Clock.cs" />
              <EmbeddedResource Include="../../shared/schemas/**/*.json" />
              <Analyzer Include="../../eng/Rules.dll" />
              <AdditionalFiles Include="../../eng/allowed.txt" />
              <PackageReference Include="Npgsql" />
              <PackageReference Include="YamlDotNet" VersionOverride="9.0.0" />
            </ItemGroup>
            """)
        .Project("services/ordering/Ordering.csproj", """<ItemGroup><ProjectReference Include="../../packages/sdk/Sdk.csproj" /><PackageReference Include="Npgsql" /></ItemGroup>""")
        .Project("packages/sdk/Sdk.csproj", """<PropertyGroup Condition="'$(SLIPWAY_TEST_FLAG)' == 'on'"><DefineConstants>FLAG</DefineConstants></PropertyGroup>""");

    private static Task<Dictionary<string, Digest>> FingerprintsAsync(TemporaryRepository repository) => FingerprintsAsync(repository.Root);

    private static async Task<Dictionary<string, Digest>> FingerprintsAsync(string root)
    {
        var platform = await WorkspaceReader.ReadAsync(root, Cancel);
        var fingerprints = await UnitFingerprints.ReadAsync(platform, cancel: Cancel);
        return platform.Units.ToDictionary<Unit, string, Digest>(unit => unit.Name.ToString(), unit => fingerprints.Of(unit.Id));
    }
}
