using System.Collections.Immutable;
using CsCheck;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Tests.Scheduling;

/// <summary>A plan drawn at random, and what each of its nodes will come to.</summary>
internal sealed record AnyPlan(ImmutableArray<AnyPlan.SketchedStage> Stages, int Units, int Jobs, ImmutableArray<int> Fates)
{
    public const string Gate = "Gate";

    private static readonly Limit[][] _limits = [[], [], [new("folder")], [new("browsers", 2)], [new("folder"), new("net", 3)], [new("net", 3) { Share = 3 }]];

    // Most nodes are sound; else hardly anything but the first stage would ever run.
    private static readonly Gen<int> _fates = Gen.Frequency((8, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(2)), (2, Gen.Const(3)));

    // A stage's predecessors are bits over the stages before it.
    private static readonly Gen<SketchedStage> _stages = Gen.Select(
        Gen.Int[0, 255], Gen.Int[0, _limits.Length - 1], Gen.Bool, Gen.Int[0, 5], Gen.Int[0, 5],
        (after, limits, together, forgiving, gated) => new SketchedStage(after, limits, together, forgiving == 0, gated == 0));

    public static Gen<AnyPlan> Sketches { get; } = Gen.Select(
        _stages.Array[1, 7], Gen.Int[1, 4], Gen.Int[1, 8], _fates.Array[28],
        (stages, units, jobs, fates) => new AnyPlan([.. stages], units, jobs, [.. fates]));

    public Plan Plan() => Harbour.Plan([.. Stages.Select(Step)], [.. Enumerable.Range(0, Units).Select(index => $"u{index}")]);

    public Fate Of(PlanNode node) => (Fate)Fates[Index(node)];

    public double Expected(PlanNode node) => Index(node) % 5;

    private int Index(PlanNode node) => (int.Parse(node.Stage.ToString()[1..], null) * 4) + int.Parse(node.Unit.Name.ToString()[1..], null);

    private PlanStep Step(SketchedStage stage, int index) => Harbour.Step(
        new PaperStage($"s{index}") { Held = [.. _limits[stage.Limits]], OneBatch = stage.Together, Skip = unit => SkipReason(index, unit.Name.ToString()) },
        [.. Enumerable.Range(0, index).Where(before => (stage.After & (1 << before)) != 0).Select(before => $"s{before}")]) with
        {
            Forgiving = stage.Forgiving,
            Gates = stage.Gated ? [Gate] : [],
        };

    private string? SkipReason(int stage, string unit) =>
        (Fate)Fates[(stage * 4) + int.Parse(unit[1..], null)] == Fate.Skipped ? "nothing to do" : null;

    internal enum Fate
    {
        Succeeded,
        Failed,
        Skipped,
        Replayed,
    }

    internal sealed record SketchedStage(int After, int Limits, bool Together, bool Forgiving, bool Gated);
}
