using System.Collections.Immutable;
using Slipway.Boundaries.Baselines;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Boundaries.Compatibility;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Boundaries;

/// <summary>No unit reaches into another: what is seen from outside the build, and what the analyzers found within it.</summary>
public sealed class BoundariesStage : UnitStage
{
    // The rules that the compiler runs.
    private const string Analyzers = "analyzers";

    public override StageName Name => StageName.Boundaries;

    public override int Version => 3;

    public override string Options(Platform platform) => ExpiredEdges.Of(platform);

    public override bool IsVerdictOnly(Unit unit) => true;

    // In CI a verdict that was made without receipts is none: nobody has asked whether the analyzers ran. Nor is one anywhere that was made without them.
    public override bool OutputsInPlace(StageContext context, StageResult recorded) =>
        recorded.SkippedChecks.All(check => check.What != Analyzers) && HasReceipts(context, recorded) && LastRelease.StillStands(context, recorded);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => LastRelease.LooksAt(context);

    public override IEnumerable<Project> Links(Unit unit) => CompatibilityCheck.Links(unit);

    // Comparing assemblies needs no packages.
    public override bool UsesPackages(Unit unit) => unit.Toolchain == Toolchain.Node;

    internal override string OptionsFor(Unit unit, RunContext run) =>
        run.WritesBaseline ? $"writes the baseline {OutsideView.Of(run).DigestOf(unit.Id)}" : OutsideView.Of(run).DigestOf(unit.Id);

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var view = OutsideView.Of(context.Run);
        var compiled = WasCompiled(context);
        ImmutableArray<Finding> outside = [.. view.FindingsOf(context.Unit.Id)];
        var compiler = compiled ? FromCompiler(context, outside).ToImmutableArray() : (ImmutableArray<Finding>?)null;
        if (context.Run.WritesBaseline) return Recorded(context, view, outside, compiler);
        var (fresh, known) = view.Baseline.Apply(context.Unit.Id, outside, compiler);
        var result = Verdict.Of(fresh, warningsFail: true);
        if (known > 0) result = result with { Notes = [$"{Verdict.Count(known, "finding")} of {Baseline.FileName} left out"] };
        if (!compiled) result = result with { SkippedChecks = [new() { What = Analyzers, Why = "the unit has not been compiled since it changed, so it was judged from outside alone" }] };
        // What others rely on is no debt that a baseline could carry.
        result = await CompatibilityCheck.AddToAsync(result, context, compiled, cancellationToken);
        result = result.With("edges", context.Run.Platform.UsedBy(context.Unit.Id).Count());
        if (compiled && Receipts.AreWanted(context.Run)) result = result.With(Receipts.Number, context.Unit.DotNetProjects.Count());
        return known > 0 ? result.With("baseline", known) : result;
    }

    private static StageResult Recorded(StageContext context, OutsideView view, ImmutableArray<Finding> outside, ImmutableArray<Finding>? compiler)
    {
        view.Record(context.Run, context.Unit.Id, outside, compiler);
        var count = view.Baseline.Of(context.Unit.Id).Sum(entry => entry.Count);
        return StageResult.Succeeded.With("baseline", count) with { Notes = [$"{Verdict.Count(count, "finding")} written to {Baseline.FileName}: commit it, and only ever shorten it"] };
    }

    private static bool HasReceipts(StageContext context, StageResult recorded) =>
        context.Unit.Toolchain != Toolchain.DotNet || !Receipts.AreWanted(context.Run) || recorded.Numbers.ContainsKey(Receipts.Number);

    private static bool WasCompiled(StageContext context) =>
        context.Unit.Toolchain != Toolchain.DotNet || DotNetOutput.IsCurrent(context);

    // What both rings see is told once, by the outer one, which knows the way that leads there.
    private static IEnumerable<Finding> FromCompiler(StageContext context, ImmutableArray<Finding> outside)
    {
        if (context.Unit.Toolchain != Toolchain.DotNet) return [];
        var told = outside.Select(finding => (finding.Id, finding.File, finding.Line)).ToHashSet();
        return DotNetOutput.FindingsFor(StageName.Boundaries, context)!.Where(finding => !told.Contains((finding.Id, finding.File, finding.Line)));
    }
}
