using Slipway.Model.Units;
using Slipway.Security.Packages;

namespace Slipway.Security.Tests.Packages;

/// <summary><c>services/shop</c> asks for Shaky.Core 1.2.0, which brings Shaky.Base 2.0.0.</summary>
public sealed class NuGetAuditTests : IDisposable
{
    private const string Advisories = """{"shaky.base":[{"severity":2,"url":"https://advisories.test/1","versions":"[1.0.0, 2.1.0)"}],"shaky.core":[{"severity":3,"url":"https://advisories.test/2","versions":"(, 1.0.0)"}]}""";
    private const string Deprecated = """
        {"count":1,"items":[{"@id":"~/page","lower":"1.2.0","upper":"1.2.0","count":1,"items":[{"@id":"~/leaf","packageContent":"~/nupkg","catalogEntry":{
          "@id":"~/entry","id":"Shaky.Core","version":"1.2.0","deprecation":{"message":"nobody mends it","reasons":["Legacy"],"alternatePackage":{"id":"Steady.Core","range":"*"}}}}]}]}
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("slipway-audit-").FullName;
    private readonly Feed _feed = new();
    private static readonly Project Shop = new()
    {
        Path = "services/shop/Shop.csproj", Name = "Shop", Role = ProjectRole.Entry, Toolchain = Toolchain.DotNet,
    };

    [Fact]
    public async Task A_vulnerable_package_is_told_with_its_advisory_and_the_way_to_it()
    {
        _feed.WithData(Advisories, Deprecated.Replace("\"deprecation\"", "\"formerly\"", StringComparison.Ordinal));

        var audit = await Ask();

        Assert.Equal(
            ["Directory.Packages.props(3,30): error SLW4010: Shaky.Base 2.0.0 (brought by Shaky.Core) has a vulnerability of high severity: https://advisories.test/1"],
            audit.Findings.Select(finding => finding.ToString()));
        Assert.Equal(["nuget-vulnerabilities", "nuget-deprecations"], audit.Made);
        Assert.Empty(audit.Unavailable);
        Assert.Equal(2, audit.Packages);
    }

    [Fact]
    public async Task A_package_that_was_given_up_is_told_with_its_successor()
    {
        _feed.WithData("{}", Deprecated);

        var finding = Assert.Single((await Ask()).Findings);

        Assert.Equal("Directory.Packages.props(3,30): warning SLW4011: Shaky.Core 1.2.0 is deprecated: nobody mends it", finding.ToString());
        Assert.Equal("Use Steady.Core * instead.", finding.Mend);
    }

    [Fact]
    public async Task A_feed_without_data_is_a_stated_skip_and_no_pass()
    {
        _feed.WithoutData();

        var audit = await Ask();

        Assert.Empty(audit.Made);
        Assert.Equal(
            ["nuget-vulnerabilities: sample offers no vulnerability data", "nuget-deprecations: no source describes these packages"],
            audit.Unavailable.Select(check => check.ToString()));
    }

    [Fact]
    public async Task A_feed_that_does_not_answer_is_one_too()
    {
        _feed.Dispose();

        var audit = await Ask();

        Assert.Empty(audit.Made);
        Assert.StartsWith("nuget-vulnerabilities: sample did not answer: ", audit.Unavailable[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("nuget-deprecations: sample: ", audit.Unavailable[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_a_restore_is_one_too() => Assert.Equal(
        ["nuget: 'services/shop/Shop.csproj' has not been restored"],
        (await NuGetAudit.AskAsync(_root, [Shop], cancellationToken: TestContext.Current.CancellationToken)).Unavailable.Select(check => check.ToString()));

    public void Dispose()
    {
        _feed.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private Task<PackageAudit> Ask()
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="sample" value="{_feed.Address}/index.json" protocolVersion="3" allowInsecureConnections="true" /></packageSources>
              <auditSources><clear /></auditSources>
            </configuration>
            """);
        Write("Directory.Packages.props", "<Project>\n  <ItemGroup>\n    <PackageVersion Include=\"Shaky.Core\" Version=\"1.2.0\" />\n  </ItemGroup>\n</Project>\n");
        Write("services/shop/obj/project.assets.json", """
            {
              "version": 3,
              "targets": { "net10.0": {
                "Shaky.Base/2.0.0": { "type": "package" },
                "Shaky.Core/1.2.0": { "type": "package", "dependencies": { "Shaky.Base": "2.0.0" } } } },
              "libraries": {
                "Shaky.Base/2.0.0": { "sha512": "", "type": "package", "path": "shaky.base/2.0.0", "files": [] },
                "Shaky.Core/1.2.0": { "sha512": "", "type": "package", "path": "shaky.core/1.2.0", "files": [] } },
              "projectFileDependencyGroups": { "net10.0": ["Shaky.Core >= 1.2.0"] },
              "project": { "version": "1.0.0", "frameworks": { "net10.0": { "dependencies": { "Shaky.Core": { "target": "Package", "version": "[1.2.0, )" } } } } }
            }
            """);
        return NuGetAudit.AskAsync(_root, [Shop], cancellationToken: TestContext.Current.CancellationToken);
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
        File.WriteAllText(Path.Combine(_root, file), text);
    }
}
