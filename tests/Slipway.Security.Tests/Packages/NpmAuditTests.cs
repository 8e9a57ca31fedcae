using Slipway.Machine.Processes;
using Slipway.Security.Packages;

namespace Slipway.Security.Tests.Packages;

public sealed class NpmAuditTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-npm-").FullName;

    [Fact]
    public async Task An_advisory_is_told_once_whoever_depends_on_it()
    {
        var audit = await Ask("""
            {"vulnerabilities":{
              "shaky":{"name":"shaky","severity":"high","via":[{"name":"shaky","title":"Prototype pollution","url":"https://advisories.test/1","severity":"high","range":"<1.2.6"}],"fixAvailable":true},
              "user-of-shaky":{"name":"user-of-shaky","severity":"high","via":["shaky"],"fixAvailable":false}},
             "metadata":{"dependencies":{"total":12}}}
            """);

        var finding = Assert.Single(audit.Findings);
        Assert.Equal("package-lock.json: error SLW4010: shaky <1.2.6 has a vulnerability of high severity: Prototype pollution https://advisories.test/1", finding.ToString());
        Assert.Equal((12, "npm-audit"), (audit.Packages, Assert.Single(audit.Made)));
    }

    [Theory]
    [InlineData("""{"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}""", "405 Method Not Allowed")]
    [InlineData("""{"error":{"code":"ENOLOCK","summary":"This command requires an existing lockfile."}}""", "This command requires an existing lockfile.")]
    [InlineData("npm error", "npm did not answer in JSON")]
    public async Task A_registry_that_does_not_answer_is_a_stated_skip(string answer, string reason)
    {
        var audit = await Ask(answer);

        Assert.Empty(audit.Made);
        Assert.Equal($"npm-audit: {reason}", Assert.Single(audit.Unavailable).ToString());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task<PackageAudit> Ask(string answer)
    {
        File.WriteAllText(Path.Combine(_root, "package-lock.json"), "{}");
        return new NpmAudit(new Answering(answer)).AskAsync(_root, "", cancellationToken: TestContext.Current.CancellationToken);
    }

    private sealed class Answering(string answer) : IProcessRunner
    {
        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new ProcessResult
        {
            CommandLine = request.CommandLine, ExitCode = 1, Output = answer, Error = "", Tail = answer, Duration = TimeSpan.Zero,
        });
    }
}
