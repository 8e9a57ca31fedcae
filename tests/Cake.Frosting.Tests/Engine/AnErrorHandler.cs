using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class AnErrorHandler
{
    [Fact]
    public void Swallows_what_it_does_not_throw_again()
    {
        var run = FrostingRun.Of(host => host.Task<Handles>().Task<AfterHandles>(), "--target=AfterHandles");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Handles", "handled: Handles broke", "AfterHandles"], run.Trace);
        Assert.Equal(["Handles Failed", "AfterHandles Succeeded"], run.Report);
    }

    [Fact]
    public void Stops_the_run_when_it_throws_again()
    {
        var run = FrostingRun.Of(host => host.Task<Rethrows>().Task<AfterRethrows>(), "--target=AfterRethrows");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Rethrows"], run.Trace);
        Assert.Contains("Error: Rethrows broke", run.Error);
    }

    private sealed class Handles(Trace trace) : Failing(trace)
    {
        public override void OnError(Exception exception, ICakeContext context) => Trace.Add($"handled: {exception.Message}");
    }

    [IsDependentOn(typeof(Handles))]
    private sealed class AfterHandles(Trace trace) : Traced(trace);

    private sealed class Rethrows(Trace trace) : Failing(trace)
    {
        public override void OnError(Exception exception, ICakeContext context) => throw exception;
    }

    [IsDependentOn(typeof(Rethrows))]
    private sealed class AfterRethrows(Trace trace) : Traced(trace);
}
