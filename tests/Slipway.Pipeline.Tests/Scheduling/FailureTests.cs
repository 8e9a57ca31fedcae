namespace Slipway.Pipeline.Tests.Scheduling;

public sealed class FailureTests
{
    [Fact]
    public async Task A_failure_lets_what_comes_earlier_finish_and_cancels_what_comes_later()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("lint"), Harbour.Step("unit"), Harbour.Step("package")], "shop"));
        var conductor = rehearsal.Conductor;
        await Task.WhenAll(conductor.StartOf("lint: shop"), conductor.StartOf("unit: shop"), conductor.StartOf("package: shop"));

        conductor.Fail("unit: shop");
        await rehearsal.Scheduler.Nodes[2].Completion;
        conductor.Succeed("lint: shop");

        Assert.Equal(["lint shop: succeeded", "unit shop: failed", "package shop: cancelled"], await rehearsal.EndAsync());
        Assert.Equal(["package: shop"], conductor.Cancelled);
    }

    [Fact]
    public async Task Other_units_of_the_stage_that_failed_are_finished()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("unit"), Harbour.Step("sign", "unit")], "desk", "shop"), jobs: 1);
        rehearsal.Conductor.Fail("unit: desk");
        rehearsal.Conductor.Succeed("unit: shop");

        Assert.Equal(
            ["unit desk: failed", "unit shop: succeeded", "sign desk: an earlier stage failed", "sign shop: an earlier stage failed"],
            await rehearsal.EndAsync());
    }

    [Fact]
    public async Task A_runner_that_throws_is_a_failure_with_its_exception_and_nobody_waits_for_ever()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("unit"), Harbour.Step("sign", "unit")], "shop"));
        rehearsal.Conductor.Throw("unit: shop");

        Assert.Equal(["unit shop: failed", "sign shop: an earlier stage failed"], await rehearsal.EndAsync());
        Assert.Equal("a bug", (await rehearsal.Scheduler.Nodes[0].Completion).Exception?.Message);
    }

    [Fact]
    public async Task A_forgiving_stage_that_fails_holds_nothing_back()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("unit") with { Forgiving = true }, Harbour.Step("sign", "unit")], "shop"));
        rehearsal.Conductor.Fail("unit: shop");
        rehearsal.Conductor.Succeed("sign: shop");

        Assert.Equal(["unit shop: failed", "sign shop: succeeded"], await rehearsal.EndAsync());
    }

    [Fact]
    public async Task Cancelling_stops_what_runs_and_answers_what_waits()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("unit"), Harbour.Step("sign", "unit") with { Gates = ["Never"] }], "shop"));
        await rehearsal.Conductor.StartOf("unit: shop");

        rehearsal.Scheduler.Cancel();

        Assert.Equal(["unit shop: cancelled", "sign shop: the run was cancelled"], await rehearsal.EndAsync());
    }

    [Fact]
    public async Task A_scheduler_that_never_started_can_be_cancelled_and_disposed()
    {
        var rehearsal = new Rehearsal(Harbour.Plan([], "shop"));
        await rehearsal.DisposeAsync();

        Assert.Empty(rehearsal.Conductor.Started);
    }
}
