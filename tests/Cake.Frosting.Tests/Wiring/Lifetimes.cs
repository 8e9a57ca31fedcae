using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Wiring;

public sealed class Lifetimes
{
    [Fact]
    public void Of_the_run_and_of_each_task_enclose_what_they_belong_to()
    {
        var run = FrostingRun.Of(
            host => host.Task<Default>().UseLifetime<TracedLifetime>().UseTaskLifetime<TracedTaskLifetime>());

        Assert.Equal(
            ["setup of Default", "setup of Default", "Default", "teardown of Default, skipped: False", "teardown, successful: True"],
            run.Trace);
    }

    [Fact]
    public void Of_each_kind_the_last_one_counts()
    {
        var run = FrostingRun.Of(host => host.Task<Default>()
            .UseLifetime<TracedLifetime>().UseSetup<LateSetup>().UseTeardown<LateTeardown>()
            .UseTaskLifetime<TracedTaskLifetime>().UseTaskSetup<LateTaskSetup>().UseTaskTeardown<LateTaskTeardown>());

        Assert.Equal(["late setup", "late task setup", "Default", "late task teardown", "late teardown"], run.Trace);
    }

    private sealed class Default(Trace trace) : Traced(trace);

    private sealed class LateSetup(Trace trace) : FrostingSetup<FrostingContext>
    {
        public override void Setup(FrostingContext context, ISetupContext info) => trace.Add("late setup");
    }

    private sealed class LateTeardown(Trace trace) : FrostingTeardown<FrostingContext>
    {
        public override void Teardown(FrostingContext context, ITeardownContext info) => trace.Add("late teardown");
    }

    private sealed class LateTaskSetup(Trace trace) : FrostingTaskSetup<FrostingContext>
    {
        public override void Setup(FrostingContext context, ITaskSetupContext info) => trace.Add("late task setup");
    }

    private sealed class LateTaskTeardown(Trace trace) : FrostingTaskTeardown<FrostingContext>
    {
        public override void Teardown(FrostingContext context, ITaskTeardownContext info) => trace.Add("late task teardown");
    }
}
