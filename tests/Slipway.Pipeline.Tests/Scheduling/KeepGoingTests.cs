namespace Slipway.Pipeline.Tests.Scheduling;

public sealed class KeepGoingTests
{
    [Fact]
    public async Task Everything_that_does_not_depend_on_the_failed_node_still_runs()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Harbour.Step("unit"), Harbour.Step("lint"), Harbour.Step("sign", "unit", "lint"), Harbour.Step("verify", "sign")], "desk", "shop"),
            keepGoing: true);
        rehearsal.Conductor.Fail("unit: desk");
        rehearsal.Conductor.Succeed("unit: shop", "lint: desk", "lint: shop", "sign: shop", "verify: shop");

        Assert.Equal(
            [
                "unit desk: failed", "unit shop: succeeded", "lint desk: succeeded", "lint shop: succeeded",
                "sign desk: unit did not succeed", "sign shop: succeeded", "verify desk: sign did not succeed", "verify shop: succeeded",
            ],
            await rehearsal.EndAsync());
        Assert.Empty(rehearsal.Conductor.Cancelled);
    }

    [Fact]
    public async Task The_first_predecessor_in_order_is_named_whichever_failed_first()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Harbour.Step("lint"), Harbour.Step("unit"), Harbour.Step("sign", "lint", "unit")], "shop"), keepGoing: true);
        rehearsal.Conductor.Fail("unit: shop");
        await rehearsal.Scheduler.Nodes[1].Completion;
        rehearsal.Conductor.Fail("lint: shop");

        Assert.Equal("sign shop: lint did not succeed", (await rehearsal.EndAsync())[2]);
    }

    [Fact]
    public async Task Without_it_the_report_says_of_nothing_beyond_the_failed_stage_how_far_it_got()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("lint"), Harbour.Step("unit")], "shop"));
        rehearsal.Conductor.Succeed("unit: shop");
        await rehearsal.Scheduler.Nodes[1].Completion;
        rehearsal.Conductor.Fail("lint: shop");
        await rehearsal.EndAsync();

        Assert.True(rehearsal.Scheduler.Results[1].NotReached);
    }
}
