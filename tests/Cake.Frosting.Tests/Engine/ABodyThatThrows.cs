using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class ABodyThatThrows
{
    [Fact]
    public void Stops_the_run_and_still_prints_the_summary()
    {
        var run = FrostingRun.Of(host => host.Task<Default>().Task<Breaks>().Task<Before>(), "--target=Default");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Before", "Breaks"], run.Trace);
        Assert.Equal(["Before Succeeded", "Breaks Failed"], run.Report);
        Assert.Contains("Error: Breaks broke", run.Error);
    }

    private sealed class Before(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Before))]
    private sealed class Breaks(Trace trace) : Failing(trace);

    [IsDependentOn(typeof(Breaks))]
    private sealed class Default(Trace trace) : Traced(trace);
}
