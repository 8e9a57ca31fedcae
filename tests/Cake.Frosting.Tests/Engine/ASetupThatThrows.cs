using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class ASetupThatThrows
{
    [Fact]
    public void Skips_the_tasks_runs_the_teardown_and_fails()
    {
        var run = FrostingRun.Of(host => host.Task<Default>().UseSetup<Broken>().UseTeardown<Ending>());

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["teardown, successful: False"], run.Trace);
        Assert.Contains("Error: setup broke", run.Error);
    }

    private sealed class Default(Trace trace) : Traced(trace);

    private sealed class Broken : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => throw new InvalidOperationException("setup broke");
    }

    private sealed class Ending(Trace trace) : FrostingTeardown
    {
        public override void Teardown(ICakeContext context, ITeardownContext info) => trace.Add($"teardown, successful: {info.Successful}");
    }
}
