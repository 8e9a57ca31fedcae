using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class ContinueOnError
{
    [Fact]
    public void Reports_the_failure_goes_on_and_exits_with_0()
    {
        var run = FrostingRun.Of(host => host.Task<Breaks>().Task<Default>());

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Breaks", "Default"], run.Trace);
        Assert.Equal(["Breaks Failed", "Default Succeeded"], run.Report);
    }

    [Fact]
    public void Does_not_go_together_with_a_handler()
    {
        var run = FrostingRun.Of(host => host.Task<Both>(), "--target=Both");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: There can only be one error handler per task.", run.Error);
    }

    [ContinueOnError]
    private sealed class Breaks(Trace trace) : Failing(trace);

    [IsDependentOn(typeof(Breaks))]
    private sealed class Default(Trace trace) : Traced(trace);

    [ContinueOnError]
    private sealed class Both(Trace trace) : Failing(trace)
    {
        public override void OnError(Exception exception, ICakeContext context) => Trace.Add("handled");
    }
}
