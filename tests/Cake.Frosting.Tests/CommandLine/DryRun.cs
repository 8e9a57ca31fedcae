using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class DryRun
{
    [Theory]
    [InlineData("--dryrun")]
    [InlineData("--noop")]
    [InlineData("--whatif")]
    public void Numbers_the_tasks_in_their_order_and_runs_none(string option)
    {
        var run = FrostingRun.Of(Wire, option);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1. Before\n2. Default", run.Output);
        Assert.DoesNotContain("Before", run.Trace);
    }

    [Fact]
    public void Is_not_without_effect_setup_teardown_and_criteria_run()
    {
        var run = FrostingRun.Of(host => Wire(host.UseLifetime<TracedLifetime>().UseTaskLifetime<TracedTaskLifetime>()), "--dryrun");

        Assert.Equal(["setup of Before Default", "criteria of Default", "teardown, successful: True"], run.Trace);
    }

    [Fact]
    public void Wins_over_tree_and_description()
    {
        var run = FrostingRun.Of(Wire, "--description", "--tree", "--dryrun");

        Assert.Contains("1. Before", run.Output);
    }

    private static void Wire(CakeHost host) => host.Task<Default>().Task<Before>();

    private sealed class Before(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Before))]
    private sealed class Default(Trace trace) : Traced(trace)
    {
        public override bool ShouldRun(ICakeContext context)
        {
            Trace.Add("criteria of Default");
            return true;
        }
    }
}
