using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Tests.Scheduling;

public sealed class OverlapTests
{
    [Fact]
    public async Task Stages_that_do_not_wait_for_each_other_overlap()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan(
            [Harbour.Step("restore"), Harbour.Step("lint", "restore"), Harbour.Step("unit", "restore"), Harbour.Step("sign", "lint", "unit")], "shop"));
        var conductor = rehearsal.Conductor;
        conductor.Succeed("restore: shop");
        await conductor.StartOf("lint: shop");
        await conductor.StartOf("unit: shop");

        conductor.Succeed("lint: shop", "unit: shop", "sign: shop");

        Assert.Equal(["restore shop: succeeded", "lint shop: succeeded", "unit shop: succeeded", "sign shop: succeeded"], await rehearsal.EndAsync());
        Assert.Equal("sign: shop", conductor.Started.Last());
    }

    [Fact]
    public async Task One_unit_goes_on_while_another_is_behind()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("restore"), Harbour.Step("unit", "restore")], "desk", "shop"));
        rehearsal.Conductor.Succeed("restore: shop");

        await rehearsal.Conductor.StartOf("unit: shop");

        Assert.DoesNotContain("unit: desk", rehearsal.Conductor.Started);
        rehearsal.Conductor.Succeed("restore: desk", "unit: desk", "unit: shop");
        await rehearsal.EndAsync();
    }

    [Fact]
    public async Task The_longest_way_goes_first_when_not_everything_can_run_at_once()
    {
        await using var rehearsal = new Rehearsal(
            Harbour.Plan([Harbour.Step("lint"), Harbour.Step("package"), Harbour.Step("sign", "package")], "shop"), jobs: 1);
        rehearsal.Conductor.Succeed("lint: shop", "package: shop", "sign: shop");

        await rehearsal.EndAsync();

        Assert.Equal("package: shop", rehearsal.Conductor.Started.First());
    }

    [Fact]
    public async Task No_more_run_at_once_than_there_are_jobs()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("unit")], "a", "b", "c"), jobs: 2);
        await rehearsal.Conductor.StartOf("unit: a");
        await rehearsal.Conductor.StartOf("unit: b");
        Assert.Equal(2, rehearsal.Conductor.Started.Count);

        rehearsal.Conductor.Succeed("unit: a");

        await rehearsal.Conductor.StartOf("unit: c");
        rehearsal.Conductor.Succeed("unit: b", "unit: c");
        await rehearsal.EndAsync();
    }

    [Fact]
    public async Task Units_of_one_batch_go_through_a_stage_together_when_all_are_ready()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan(
            [Harbour.Step("restore"), Harbour.Step(new PaperStage("typecheck") { OneBatch = true }, "restore")], "desk", "shop"));
        rehearsal.Conductor.Succeed("restore: shop", "typecheck: desk shop");
        await rehearsal.Conductor.StartOf("restore: desk");
        await rehearsal.Scheduler.Nodes[1].Completion;
        Assert.Equal(["restore: desk", "restore: shop"], rehearsal.Conductor.Started.Order(StringComparer.Ordinal));

        rehearsal.Conductor.Succeed("restore: desk");

        await rehearsal.EndAsync();
        Assert.Equal("typecheck: desk shop", rehearsal.Conductor.Started.Last());
    }

    [Fact]
    public async Task Stages_that_hold_the_same_limit_never_overlap()
    {
        await using var rehearsal = new Rehearsal(Harbour.Plan(
            [Harbour.Step(new PaperStage("pack") { Held = [new("msbuild")] }), Harbour.Step(new PaperStage("scan") { Held = [new("msbuild"), new("net")] }), Harbour.Step("lint")], "shop"));
        await rehearsal.Conductor.StartOf("pack: shop");
        await rehearsal.Conductor.StartOf("lint: shop");
        Assert.Equal(2, rehearsal.Conductor.Started.Count);

        rehearsal.Conductor.Succeed("pack: shop");

        await rehearsal.Conductor.StartOf("scan: shop");
        rehearsal.Conductor.Succeed("scan: shop", "lint: shop");
        await rehearsal.EndAsync();
    }

    [Fact]
    public async Task A_gate_holds_back_its_stages_until_it_opens()
    {
        PlanStep gated = Harbour.Step("restore") with { Gates = ["Pack"] };
        await using var rehearsal = new Rehearsal(Harbour.Plan([Harbour.Step("lint"), gated], "shop"));
        rehearsal.Conductor.Succeed("lint: shop", "restore: shop");
        await rehearsal.Scheduler.Nodes[0].Completion;
        Assert.Equal(["lint: shop"], rehearsal.Conductor.Started);

        rehearsal.Scheduler.Open("Pack");

        Assert.Equal(["lint shop: succeeded", "restore shop: succeeded"], await rehearsal.EndAsync());
    }
}
