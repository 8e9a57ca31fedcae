using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class NoReport
{
    [Fact]
    public void Leaves_out_the_summary_and_nothing_else()
    {
        var run = FrostingRun.Of(host => host.Task<Default>(), "--no-report");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Default"], run.Trace);
        Assert.Empty(run.Report);
        Assert.DoesNotContain("Duration", run.Output);
        Assert.Contains("Default", run.Output);
    }

    [Fact]
    public void Does_not_leave_it_out_after_a_failure()
    {
        var run = FrostingRun.Of(host => host.Task<Breaks>(), "--no-report", "--target=Breaks");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Breaks Failed"], run.Report);
    }

    private sealed class Default(Trace trace) : Traced(trace);

    private sealed class Breaks(Trace trace) : Failing(trace);
}
