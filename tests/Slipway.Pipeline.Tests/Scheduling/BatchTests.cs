namespace Slipway.Pipeline.Tests.Scheduling;

public sealed class BatchTests
{
    [Fact]
    public async Task A_unit_whose_record_stands_goes_on_while_the_others_run()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Together("typecheck"), Harbour.Step("unit", "typecheck")], "desk", "shop", "till"), standing: "typecheck: desk");
        await rehearsal.Conductor.StartOf("typecheck: shop till");

        await rehearsal.Conductor.StartOf("unit: desk");

        rehearsal.Conductor.Succeed("typecheck: shop till", "unit: desk", "unit: shop", "unit: till");
        Assert.All(await rehearsal.EndAsync(), line => Assert.EndsWith("succeeded", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_does_not_wait_for_a_unit_that_will_never_come()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Harbour.Step("restore"), Harbour.Step("lint", "restore"), Together("typecheck", "restore", "lint")], "desk", "shop"), keepGoing: true);
        rehearsal.Conductor.Fail("restore: desk");
        rehearsal.Conductor.Succeed("restore: shop", "lint: shop", "typecheck: shop");

        Assert.Equal(
            [
                "restore desk: failed", "restore shop: succeeded",
                "lint desk: restore did not succeed", "lint shop: succeeded",
                "typecheck desk: restore did not succeed", "typecheck shop: succeeded",
            ],
            await rehearsal.EndAsync());
    }

    [Fact]
    public async Task A_batch_runs_before_the_unit_that_it_lost_has_heard_of_all_its_predecessors()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Harbour.Step("restore"), Harbour.Step("scan"), Together("typecheck", "restore", "scan")], "desk", "shop"), keepGoing: true);
        rehearsal.Conductor.Fail("scan: desk");
        rehearsal.Conductor.Succeed("restore: shop", "scan: shop");

        await rehearsal.Conductor.StartOf("typecheck: shop");

        rehearsal.Conductor.Succeed("restore: desk", "typecheck: shop");
        Assert.Contains("typecheck desk: scan did not succeed", await rehearsal.EndAsync());
    }

    [Fact]
    public async Task A_batch_that_stands_whole_is_never_run()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Together("typecheck")], "desk", "shop"), standing: ["typecheck: desk", "typecheck: shop"]);

        await rehearsal.EndAsync();

        Assert.Empty(rehearsal.Conductor.Started);
    }

    [Fact]
    public async Task What_stands_takes_no_job()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Harbour.Step("lint"), Harbour.Step("unit"), Harbour.Step("sign", "unit")], "shop"), jobs: 1, standing: ["unit: shop", "sign: shop"]);
        await rehearsal.Conductor.StartOf("lint: shop");

        Assert.True((await rehearsal.Scheduler.Nodes[2].Completion).Replayed);

        rehearsal.Conductor.Succeed("lint: shop");
        await rehearsal.EndAsync();
    }

    private static Slipway.Pipeline.Plans.PlanStep Together(string stage, params string[] after) =>
        Harbour.Step(new PaperStage(stage) { OneBatch = true }, after);
}
