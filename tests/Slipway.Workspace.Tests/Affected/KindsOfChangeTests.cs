using Slipway.Workspace.Affected;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Affected;

/// <summary>Kinds of change, and exactly the units that each affects: none missed, none extra.</summary>
public sealed class KindsOfChangeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string[], string> Changes => new()
    {
        { "a source of a leaf", ["write services/ordering/Order.cs class Order { }"], "ordering" },
        { "a source of a shared package", ["write packages/sdk/Client.cs class Client { }"], "ordering sdk" },
        { "a source of a package that a package uses", ["write packages/core/src/Core.cs class Core { }"], "core ordering sdk" },
        { "a test of a package that others use", ["write packages/core/tests/CoreTests.cs class CoreTests { }"], "core" },
        { "a package that only tests of a package use", ["replace Directory.Packages.props 2.0.0 2.0.1"], "core" },
        { "a file in a folder of tests that another project links", ["write packages/core/tests/Shared.cs class Shared { }"], "core legacy" },
        { "tests that another unit references", ["write packages/kit/tests/Kit.cs class Kit { }"], "billing kit" },
        { "tests in the folder of a project", ["write packages/sdk/tests/ClientTests.cs class ClientTests { }"], "ordering sdk" },
        { "a deleted source", ["delete services/catalog/Product.cs"], "catalog" },
        { "a source that moves to another unit", ["move services/catalog/Product.cs services/billing/Product.cs"], "billing catalog" },
        { "a renamed file", ["move services/catalog/Product.cs services/catalog/Article.cs"], "catalog" },
        { "a bumped package", ["replace Directory.Packages.props 10.0.3 10.0.4"], "catalog ordering" },
        { "a package that is pinned transitively", ["replace Directory.Packages.props 3.1.0 3.2.0"], "billing" },
        { "a package that each user overrides", ["replace Directory.Packages.props 18.1.0 18.2.0"], "" },
        { "an override", ["replace services/billing/Billing.csproj 17.0.0 17.1.0"], "billing" },
        { "a bumped package in a nested file", ["replace services/legacy/Directory.Packages.props 1.0.0 1.0.1"], "legacy" },
        { "properties of everybody", ["write Directory.Build.props <Project><!-- --></Project>"], "billing catalog core kit legacy ordering sdk" },
        { "targets of the services", ["write services/Directory.Build.targets <Project><!-- --></Project>"], "billing catalog legacy ordering" },
        { "properties that appear between", ["write services/Directory.Build.props <Project />"], "billing catalog legacy ordering" },
        { "properties that disappear between", ["delete packages/Directory.Build.props"], "billing core kit ordering sdk" },
        { "a file that one project imports", ["write eng/Version.props <Project><!-- --></Project>"], "catalog" },
        { "a linked source", ["write shared/Clock.cs class Clock { }"], "catalog" },
        { "a file that appears where a glob looks", ["write shared/schemas/new.json {}"], "ordering" },
        { "a file that disappears where a glob looks", ["delete shared/schemas/order.json"], "ordering" },
        // MSBuild lists all of the folder: which of it a glob of yesterday took cannot be told.
        { "another file that disappears beside it", ["delete shared/schemas/readme.txt"], "ordering" },
        { "a folder that disappears where a glob looks", ["delete shared/schemas/deep/er/item.json"], "ordering" },
        { "a new reference", ["replace services/catalog/Catalog.csproj </Project> <ItemGroup><ProjectReference Include=\"../../packages/sdk/Sdk.csproj\" /></ItemGroup></Project>"], "catalog" },
        { "a removed reference and a change of what it led to", ["replace services/ordering/Ordering.csproj ../../packages/sdk/Sdk.csproj ../../packages/core/src/Core.csproj", "write packages/sdk/Client.cs class Client { }"], "ordering sdk" },
        { "a severity for all", ["write .editorconfig root = true"], "billing catalog core front kit legacy ordering sdk" },
        { "a severity that disappears", ["delete services/.editorconfig"], "billing catalog legacy ordering" },
        { "the SDK", ["write global.json { \"sdk\": { \"rollForward\": \"latestMajor\", \"allowPrerelease\": true } }"], "billing catalog core kit legacy ordering sdk" },
        { "a package of npm", ["replace package-lock.json sha512-l sha512-x"], "front" },
        { "a script of an app", ["replace apps/front/package.json tsc tsc_-b"], "front" },
        { "a setting of the platform", ["write platform.yaml warningsAsErrors: false"], "billing catalog core front kit legacy ordering sdk" },
        { "a unit's own words", ["write services/ordering/unit.yaml description: all of it"], "ordering" },
        { "a new unit", ["write packages/money/Money.cs class Money;", "write packages/money/Money.csproj <Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"], "money" },
        { "a removed unit that nobody uses", ["delete services/billing/Billing.csproj", "delete services/billing/Invoice.cs"], "" },
        { "documents", ["write README.md words", "write services/ordering/README.md words", "write docs/new.md words"], "" },
        { "a script beside the units", ["write scripts/tidy.sh #!/bin/sh", "delete scripts/old.sh"], "" },
        { "a pipeline of a CI service", ["write .github/workflows/build.yml on: push"], "" },
        { "nothing", [], "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Exactly_these_units_are_affected(string what, string[] edits, string units)
    {
        using var repository = Repository();
        foreach (var edit in edits) Apply(repository, edit);
        if (edits.Length > 0) repository.Commit();
        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        var affected = await AffectedUnits.SinceAsync(platform, await UnitFingerprints.ReadAsync(platform, cancel: Cancel), "before", Cancel);

        Assert.Null(affected.EverythingBecause);
        Assert.Equal($"{what}: {units}", $"{what}: {string.Join(' ', affected.Units.Select(unit => unit.Id.Name.ToString()).Order(StringComparer.Ordinal))}");
        Assert.All(affected.Units, unit => Assert.NotEmpty(unit.Because));
    }

    private static void Apply(TemporaryRepository repository, string edit)
    {
        switch (edit.Split(' ', 4))
        {
            case ["delete", var path]:
                File.Delete(repository[path]);
                for (var folder = Path.GetDirectoryName(repository[path])!; !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!) Directory.Delete(folder);
                break;
            case ["move", var from, var to]:
                File.Move(repository[from], repository[to]);
                break;
            case ["replace", var path, var before, var after]:
                var text = File.ReadAllText(repository[path]);
                Assert.Contains(before, text, StringComparison.Ordinal);
                repository.Write(path, text.Replace(before, after, StringComparison.Ordinal));
                break;
            case ["write", var path, ..]:
                repository.Write(path, edit.Split(' ', 3)[2]);
                break;
            default:
                Assert.Fail(edit);
                break;
        }
    }

    private static TemporaryRepository Repository()
    {
        var repository = new TemporaryRepository(
                (".editorconfig", "root = true\n[*.cs]\n"),
                ("services/.editorconfig", "[*.cs]\n"),
                ("platform.yaml", "name: Shop\n"),
                ("README.md", "readme"),
                ("docs/index.md", "docs"),
                ("scripts/old.sh", "#!/bin/sh"),
                ("Directory.Build.props", "<Project></Project>"),
                ("packages/Directory.Build.props", "<Project><Import Project=\"../Directory.Build.props\" /></Project>"),
                ("Directory.Packages.props", """
                    <Project>
                      <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                      <ItemGroup>
                        <PackageVersion Include="Npgsql" Version="10.0.3" />
                        <PackageVersion Include="Fakes" Version="2.0.0" />
                        <PackageVersion Include="Deep" Version="3.1.0" />
                        <PackageVersion Include="YamlDotNet" Version="18.1.0" />
                      </ItemGroup>
                    </Project>
                    """),
                ("services/legacy/Directory.Packages.props", """
                    <Project>
                      <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                      <ItemGroup><PackageVersion Include="Npgsql" Version="1.0.0" /></ItemGroup>
                    </Project>
                    """),
                ("global.json", """{ "sdk": { "rollForward": "latestMajor" } }"""),
                ("services/Directory.Build.targets", "<Project></Project>"),
                ("eng/Version.props", "<Project></Project>"),
                ("shared/Clock.cs", "class Clock;"),
                ("shared/schemas/order.json", "{}"),
                ("shared/schemas/readme.txt", "words"),
                ("shared/schemas/deep/er/item.json", "{}"),
                ("services/catalog/Product.cs", "class Product;"),
                ("services/ordering/Order.cs", "class Order;"),
                ("services/ordering/unit.yaml", "description: orders\n"),
                ("services/ordering/README.md", "readme"),
                ("services/billing/Invoice.cs", "class Invoice;"),
                ("services/billing/packages.lock.json", """{ "dependencies": { "net10.0": { "YamlDotNet": { "type": "Direct" }, "Deep": { "type": "CentralTransitive" } } } }"""),
                ("packages/sdk/Client.cs", "class Client;"),
                ("packages/core/src/Core.cs", "class Core;"),
                ("packages/core/tests/CoreTests.cs", "class CoreTests;"),
                ("packages/core/tests/Shared.cs", "class Shared;"),
                ("packages/kit/tests/Kit.cs", "class Kit;"),
                ("packages/sdk/tests/ClientTests.cs", "class ClientTests;"),
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
                ("apps/front/package.json", """{ "name": "front", "scripts": { "build": "tsc" }, "dependencies": { "left": "1.0.0" } }"""))
            .Project("services/catalog/Catalog.csproj", """
                <Import Project="../../eng/Version.props" />
                <ItemGroup><Compile Include="../../shared/Clock.cs" /><PackageReference Include="Npgsql" /></ItemGroup>
                """)
            .Project("services/ordering/Ordering.csproj", """
                <ItemGroup>
                  <EmbeddedResource Include="../../shared/schemas/**/*.json" />
                  <ProjectReference Include="../../packages/sdk/Sdk.csproj" />
                  <PackageReference Include="Npgsql" />
                </ItemGroup>
                """)
            .Project("services/billing/Billing.csproj", """
                <PropertyGroup><CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled></PropertyGroup>
                <ItemGroup><PackageReference Include="YamlDotNet" VersionOverride="17.0.0" /><ProjectReference Include="../../packages/kit/tests/Kit.Tests.csproj" /></ItemGroup>
                """)
            .Project("services/legacy/Legacy.csproj", """<ItemGroup><PackageReference Include="Npgsql" /><Compile Include="../../packages/core/tests/Shared.cs" /></ItemGroup>""")
            .Project("packages/sdk/Sdk.csproj", """<ItemGroup><ProjectReference Include="../core/src/Core.csproj" /></ItemGroup>""")
            .Project("packages/core/src/Core.csproj")
            .Project("packages/core/tests/Core.Tests.csproj", """
                <PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>
                <ItemGroup><ProjectReference Include="../src/Core.csproj" /><PackageReference Include="Fakes" /></ItemGroup>
                """)
            .Project("packages/kit/src/Kit.csproj")
            .Project("packages/kit/tests/Kit.Tests.csproj", "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>")
            .Commit();
        repository.Git("tag", "before");
        return repository;
    }
}
