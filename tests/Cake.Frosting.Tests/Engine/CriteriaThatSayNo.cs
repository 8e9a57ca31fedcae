using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class CriteriaThatSayNo
{
    [Fact]
    public void Skip_a_dependency_but_neither_what_it_needs_nor_what_needs_it()
    {
        var run = FrostingRun.Of(Wire, "--target=Last");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["First", "Last"], run.Trace);
        Assert.Equal(["First Succeeded", "Middle Skipped", "Last Succeeded"], run.Report);
    }

    [Fact]
    public void Still_run_the_task_setup_and_the_task_teardown_which_is_told()
    {
        var run = FrostingRun.Of(host => Wire(host.UseTaskLifetime<TracedTaskLifetime>()), "--target=Last");

        Assert.Equal(
            [
                "setup of First", "First", "teardown of First, skipped: False",
                "setup of Middle", "teardown of Middle, skipped: True",
                "setup of Last", "Last", "teardown of Last, skipped: False",
            ],
            run.Trace);
    }

    [Fact]
    public void Fail_the_run_when_the_target_itself_is_skipped()
    {
        var run = FrostingRun.Of(Wire, "--target=Middle");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["First"], run.Trace);
        Assert.Equal("Error: Could not reach target 'Middle' since it was skipped due to a criteria.", run.Error);
    }

    [Fact]
    public void Give_the_reason_when_the_task_lists_the_interface_again()
    {
        var run = FrostingRun.Of(host => host.Task<Reasoned>(), "--target=Reasoned");

        Assert.Equal("Error: Could not reach target 'Reasoned' since it was skipped due to a criteria: not today.", run.Error);
    }

    [Fact]
    public void Keep_the_reason_to_themselves_when_it_does_not()
    {
        var run = FrostingRun.Of(host => host.Task<Mute>(), "--target=Mute");

        Assert.Equal("Error: Could not reach target 'Mute' since it was skipped due to a criteria.", run.Error);
    }

    private static void Wire(CakeHost host) => host.Task<First>().Task<Middle>().Task<Last>();

    private sealed class First(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(First))]
    private sealed class Middle(Trace trace) : Traced(trace)
    {
        public override bool ShouldRun(ICakeContext context) => false;

        public override void Finally(ICakeContext context) => Trace.Add("finally");
    }

    [IsDependentOn(typeof(Middle))]
    private sealed class Last(Trace trace) : Traced(trace);

    private sealed class Reasoned : FrostingTask, IFrostingTask
    {
        public string SkippedMessage => "not today";

        public override bool ShouldRun(ICakeContext context) => false;
    }

    private sealed class Mute : FrostingTask
    {
        public string SkippedMessage => "not today";

        public override bool ShouldRun(ICakeContext context) => false;
    }
}
