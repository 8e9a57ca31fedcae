using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>What does not keep a run from its work and must be known all the same.</summary>
public sealed class Notices
{
    private static readonly string _tasks = Stages.That("return StageResult.Succeeded;");

    [Theory]
    [InlineData]
    [InlineData("--dryrun")]
    public void A_project_of_no_unit_is_named(params string[] mode)
    {
        using var platform = new TestPlatform("shop");
        platform.Write("stray/package.json", "{}");

        var call = HostCall.On(platform, _tasks, ["--target=Probe", .. mode]);

        Assert.Equal(0, call.ExitCode);
        Assert.Contains("stray/package.json: SLP1029: This project belongs to no unit, so nothing builds, tests or ships it.", call.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--dryrun")]
    public void A_project_that_cannot_be_evaluated_is_named(params string[] mode)
    {
        using var platform = new TestPlatform("shop");
        platform.Write("packages/legacy/Legacy.csproj", """<Project Sdk="No.Such.Sdk" />""");

        var call = HostCall.On(platform, _tasks, ["--target=Probe", .. mode]);

        Assert.Equal(0, call.ExitCode);
        Assert.Contains("packages/legacy/Legacy.csproj: SLP2002: This project could not be evaluated, so what its unit uses is unknown: ", call.Output, StringComparison.Ordinal);
    }
}
