using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class TheReport
{
    [Fact]
    public Task Has_a_line_for_each_task_with_its_time_and_status()
        => Verifier.Verify(FrostingRun.Of(host => host.Task<Passes>().Task<Skipped>().Task<Fails>().Task<Default>()).Output);

    [Fact]
    public void Shows_a_task_without_a_body_only_to_those_who_want_to_know_more()
    {
        Assert.Equal(["Passes Succeeded"], FrostingRun.Of(host => host.Task<Passes>().Task<Empty>(), "-t=Empty").Report);
        Assert.Equal(
            ["Passes Succeeded", "Empty Succeeded"],
            FrostingRun.Of(host => host.Task<Passes>().Task<Empty>(), "-t=Empty", "-v=verbose").Report);
    }

    private sealed class Passes(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Passes))]
    private sealed class Skipped(Trace trace) : Traced(trace)
    {
        public override bool ShouldRun(ICakeContext context) => false;
    }

    [ContinueOnError]
    [IsDependentOn(typeof(Skipped))]
    private sealed class Fails(Trace trace) : Failing(trace);

    [IsDependentOn(typeof(Fails))]
    private sealed class Default(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Passes))]
    private sealed class Empty : FrostingTask;
}
