using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Tests.Scheduling;

public sealed class LimitTests
{
    [Fact]
    public async Task As_many_hold_a_limit_as_it_bears()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Holding("browse", new("browsers", 2)), Harbour.Step("zeal")], "a", "b", "c"));
        var conductor = rehearsal.Conductor;
        await Task.WhenAll(conductor.StartOf("browse: a"), conductor.StartOf("browse: b"), conductor.StartOf("zeal: c"));
        Assert.DoesNotContain("browse: c", conductor.Started);

        conductor.Succeed("browse: b");

        await conductor.StartOf("browse: c");
        conductor.Succeed("browse: a", "browse: c", "zeal: a", "zeal: b", "zeal: c");
        await rehearsal.EndAsync();
    }

    [Fact]
    public async Task Who_takes_the_whole_of_a_limit_is_alone_with_it()
    {
        var binaries = new Limit("binaries", 8);
        await using var rehearsal = new Rehearsal(Harbour.Plan(
            [Holding("run", binaries), Holding("compile", binaries.Whole)], "a", "b"), expected: node => node.Stage.ToString() == "run" ? 9 : 1);
        var conductor = rehearsal.Conductor;
        await Task.WhenAll(conductor.StartOf("run: a"), conductor.StartOf("run: b"));
        conductor.Succeed("run: a");
        await rehearsal.Scheduler.Nodes[0].Completion;
        Assert.Equal(2, conductor.Started.Count);

        conductor.Succeed("run: b");

        await conductor.StartOf("compile: a");
        Assert.DoesNotContain("compile: b", conductor.Started);
        conductor.Succeed("compile: a", "compile: b");
        await rehearsal.EndAsync();
    }

    [Fact]
    public async Task The_smallest_capacity_that_a_limit_is_given_counts()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Holding("one", new("net", 4)), Holding("two", new("net"))], "a"));
        await rehearsal.Conductor.StartOf("one: a");
        Assert.Single(rehearsal.Conductor.Started);

        rehearsal.Conductor.Succeed("one: a", "two: a");

        await rehearsal.EndAsync();
    }

    private static PlanStep Holding(string stage, Limit limit) => Harbour.Step(new PaperStage(stage) { Held = [limit] });
}
