using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class Finally
{
    [Fact]
    public void Runs_after_success()
    {
        var run = FrostingRun.Of(host => host.Task<Succeeds>(), "--target=Succeeds");

        Assert.Equal(["Succeeds", "finally"], run.Trace);
    }

    [Fact]
    public void Runs_after_a_failure_and_after_its_handler()
    {
        var run = FrostingRun.Of(host => host.Task<Fails>(), "--target=Fails");

        Assert.Equal(["Fails", "handled", "finally"], run.Trace);
    }

    [Fact]
    public void That_throws_fails_the_run_and_keeps_its_task_out_of_the_report()
    {
        var run = FrostingRun.Of(host => host.Task<Succeeds>().Task<Spoils>(), "--target=Spoils");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Succeeds", "finally", "Spoils"], run.Trace);
        Assert.Equal(["Succeeds Succeeded"], run.Report);
        Assert.Contains("Error: spoilt", run.Error);
    }

    private sealed class Succeeds(Trace trace) : Traced(trace)
    {
        public override void Finally(ICakeContext context) => Trace.Add("finally");
    }

    private sealed class Fails(Trace trace) : Failing(trace)
    {
        public override void OnError(Exception exception, ICakeContext context) => Trace.Add("handled");

        public override void Finally(ICakeContext context) => Trace.Add("finally");
    }

    [IsDependentOn(typeof(Succeeds))]
    private sealed class Spoils(Trace trace) : Traced(trace)
    {
        public override void Finally(ICakeContext context) => throw new InvalidOperationException("spoilt");
    }
}
