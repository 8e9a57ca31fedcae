using System.Collections.Immutable;
using CsCheck;
using Slipway.Model.Stages;
using Slipway.Pipeline.Matrices;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Tests.Matrices;

public sealed class JobMatrixTests
{
    private static readonly ImmutableArray<PlanStep> _steps =
    [
        Harbour.Step("restore"),
        Harbour.Step("typecheck", "restore"),
        Harbour.Step("lint", "typecheck"),
        Harbour.Step("unit", "typecheck"),
        Harbour.Step("integration", "typecheck"),
        Harbour.Step("sign", "lint", "unit", "integration"),
    ];

    private static readonly string[] _gates = ["lint", "unit", "integration"];

    [Fact]
    public void Where_nothing_is_wanted_there_is_no_job() =>
        Assert.Empty(JobMatrix.Of(Harbour.Plan(_steps, "shop"), new HashSet<NodeKey>(), _ => 1, 8));

    [Fact]
    public void Each_unit_has_a_machine_where_there_are_enough()
    {
        var jobs = Of(16, _ => 1, "desk", "shop");

        // Each restores and compiles before its three gates; a finer share would end no sooner than lint after both of them does.
        Assert.All(jobs, job => Assert.Single(job.Units));
        Assert.Equal(["desk", "shop"], jobs.SelectMany(job => job.Units).Select(unit => unit.Name.ToString()).Distinct().Order());
    }

    [Fact]
    public void Units_share_machines_where_there_are_too_few_and_the_longest_goes_first()
    {
        var jobs = Of(2, node => node.Unit.Name.Lower == "desk" ? 10 : 1, "desk", "shop", "till", "yard");

        Assert.Equal(["desk: lint, unit, integration", "shop and 2 more: lint, unit, integration"], jobs.Select(job => job.Name));
        Assert.Equal([50, 15], jobs.Select(job => job.Seconds));
    }

    [Fact]
    public void A_unit_that_holds_up_all_the_rest_is_split_by_stages()
    {
        var jobs = Of(3, node => node.Unit.Name.Lower != "desk" ? 1 : node.Stage == StageName.Integration ? 60 : 10, "desk", "shop");

        Assert.Equal(["desk: integration", "desk: lint, unit", "shop: lint, unit, integration"], jobs.Select(job => job.Name));
    }

    [Fact]
    public void What_comes_before_another_wanted_stage_is_not_named()
    {
        var wanted = new HashSet<NodeKey> { Key("shop", "typecheck"), Key("shop", "lint") };

        Assert.Equal("shop: lint", Assert.Single(JobMatrix.Of(Harbour.Plan(_steps, "shop"), wanted, _ => 1, 1)).Name);
    }

    [Fact]
    public void Everything_wanted_is_in_exactly_one_job_and_there_are_never_more_than_may_be() => Gen.Select(
        Gen.Int[1, 40], Gen.Int[1, 12], Gen.Int[0, 100].Array[120], Gen.Bool.Array[120]).Sample((units, limit, seconds, picks) =>
    {
        string[] names = [.. Enumerable.Range(0, units).Select(unit => $"u{unit:00}")];
        var plan = Harbour.Plan(_steps, names);
        var gates = names.SelectMany(name => _gates.Select(gate => Key(name, gate))).ToArray();
        var wanted = gates.Where((_, index) => picks[index]).ToHashSet();
        var times = gates.Index().ToDictionary(pair => pair.Item, pair => (double)seconds[pair.Index]);

        var jobs = JobMatrix.Of(plan, wanted, node => times.GetValueOrDefault(node.Key, 1), limit);

        var named = jobs.SelectMany(job => job.Units.SelectMany(unit => job.Stages.Select(stage => new NodeKey(unit, stage)))).ToArray();
        Assert.True(jobs.Length <= limit);
        Assert.Equal(named.Length, named.Distinct().Count());
        Assert.Subset(named.ToHashSet(), wanted);
        // Of a unit that is wanted in part, a machine may run the rest too, and finds it kept; of others nothing runs.
        Assert.Subset(wanted.Select(key => key.Unit).ToHashSet(), named.Select(key => key.Unit).ToHashSet());
        Assert.Equal(jobs.Length, jobs.Select(job => job.Name).Distinct().Count());
        Assert.Equal(jobs.Select(job => job.Seconds).OrderDescending(), jobs.Select(job => job.Seconds));
    });

    [Fact]
    public void The_longest_job_is_never_much_longer_than_an_even_share_or_than_the_longest_stage() => Gen.Select(
        Gen.Int[1, 30], Gen.Int[1, 16], Gen.Int[1, 100].Array[90]).Sample((units, limit, seconds) =>
    {
        string[] names = [.. Enumerable.Range(0, units).Select(unit => $"u{unit:00}")];
        var plan = Harbour.Plan(_steps, names);
        var times = names.SelectMany(name => _gates.Select(gate => Key(name, gate))).Index().ToDictionary(pair => pair.Item, pair => (double)seconds[pair.Index]);
        double Expected(PlanNode node) => node.Stage == StageName.Sign ? 0 : times.GetValueOrDefault(node.Key, 1);

        var jobs = JobMatrix.Of(plan, times.Keys.ToHashSet(), Expected, limit);

        var share = plan.Nodes.Sum(Expected) / limit;
        var unit = plan.Nodes.GroupBy(node => node.Unit).Max(nodes => nodes.Sum(Expected));
        // Graham's bound for the longest first, over whole units.
        Assert.True(jobs[0].Seconds <= share + unit + 1e-9, $"{jobs[0].Seconds} s, of {share} s a machine and {unit} s the largest unit");
    });

    private static NodeKey Key(string unit, string stage) => new(Harbour.Id(unit), new(stage));

    private static ImmutableArray<MatrixJob> Of(int jobs, Func<PlanNode, double> expected, params string[] units)
    {
        var plan = Harbour.Plan(_steps, units);
        return JobMatrix.Of(plan, units.SelectMany(unit => _gates.Select(gate => Key(unit, gate))).ToHashSet(), expected, jobs);
    }
}
