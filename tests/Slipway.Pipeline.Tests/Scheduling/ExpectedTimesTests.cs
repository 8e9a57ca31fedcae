using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Tests.Scheduling;

public sealed class ExpectedTimesTests : IDisposable
{
    private readonly TempArtifacts _artifacts = new();

    public void Dispose() => _artifacts.Dispose();

    [Fact]
    public void A_node_takes_as_long_as_it_last_took_when_it_has_to_run_again()
    {
        var plan = Harbour.Plan([Harbour.Step("unit")], "desk", "shop");
        Write(plan.Nodes[0], seconds: 7, changed: true);
        Write(plan.Nodes[1], seconds: 9);

        Assert.Equal([7, 0], Of(plan));
        Assert.Equal([7, 9], Of(plan, replay: false));
    }

    [Fact]
    public void Units_that_were_timed_together_share_the_time()
    {
        var plan = Harbour.Plan([Harbour.Step("typecheck")], "desk", "shop", "till");
        var invocation = Guid.NewGuid();
        foreach (var node in plan.Nodes) Write(node, seconds: 60, changed: true, invocation);

        Assert.Equal([20, 20, 20], Of(plan));
    }

    [Fact]
    public void A_node_that_never_ran_takes_as_long_as_its_stage_usually_does()
    {
        var plan = Harbour.Plan([Harbour.Step("lint"), Harbour.Step("unit")], "a", "b", "c", "d");
        foreach (var (node, seconds) in plan.NodesOf(new("unit")).Zip([3.0, 50.0, 5.0])) Write(node, seconds, changed: true);

        Assert.Equal([1, 1, 1, 1, 3, 50, 5, 5], Of(plan));
    }

    [Fact]
    public async Task What_takes_longest_goes_first()
    {
        var plan = Harbour.Plan([Harbour.Step("lint"), Harbour.Step("unit")], "a", "b");
        Write(plan.Nodes[1], seconds: 30, changed: true);
        Write(plan.Nodes[2], seconds: 40, changed: true);
        await using var rehearsal = new Rehearsal(plan, jobs: 1, expected: ExpectedTimes.Of(plan, new RecordStore(_artifacts.Paths), replay: true));
        rehearsal.Conductor.Succeed("lint: a", "lint: b", "unit: a", "unit: b");
        await rehearsal.EndAsync();

        Assert.Equal(["unit: a", "unit: b", "lint: a", "lint: b"], rehearsal.Conductor.Started);
    }

    private double[] Of(Plan plan, bool replay = true) =>
        [.. plan.Nodes.Select(ExpectedTimes.Of(plan, new RecordStore(_artifacts.Paths), replay))];

    private void Write(PlanNode node, double seconds, bool changed = false, Guid? invocation = null) => new RecordStore(_artifacts.Paths).Write(
        Sample.Record(StageResult.Succeeded) with
        {
            Unit = node.Unit,
            Stage = node.Stage,
            Fingerprint = changed ? Model.Digest.Of("before") : node.Fingerprint,
            Duration = TimeSpan.FromSeconds(seconds),
            Invocation = invocation ?? Guid.NewGuid(),
        });
}
