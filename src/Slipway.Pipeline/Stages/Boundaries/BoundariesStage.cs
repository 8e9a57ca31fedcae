using Slipway.Boundaries;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.Boundaries.Compatibility;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Boundaries;

/// <summary>No unit reaches into another: what the graph shows from outside the build, and what the analyzers found within it.</summary>
public sealed class BoundariesStage : UnitStage
{
    public override StageName Name => StageName.Boundaries;

    public override string Options(Platform platform) => ExpiredEdges.Of(platform);

    public override bool IsVerdictOnly(Unit unit) => true;

    public override bool OutputsInPlace(StageContext context, StageResult recorded) => CompatibilityCheck.StillStands(context, recorded);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [ReleasedContracts.StoreOf(context)];

    public override IEnumerable<Project> Links(Unit unit) => CompatibilityCheck.Links(unit);

    // Comparing assemblies needs no packages.
    public override bool UsesPackages(Unit unit) => unit.Toolchain == Toolchain.Node;

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var fromOutside = new BoundaryChecker(context.Run.Time).Check(context.Run.Platform)
            .Where(found => found.Unit == context.Unit.Id)
            .Select(found => found.Finding);
        var result = Verdict.Of([.. fromOutside, .. FromCompiler(context)], warningsFail: true);
        if (!WasCompiled(context)) result = result with { Notes = ["judged from outside alone: the unit has not been compiled since it changed, so its analyzers have not spoken"] };
        result = await CompatibilityCheck.AddToAsync(result, context, WasCompiled(context), cancellationToken);
        return result.With("edges", context.Run.Platform.UsedBy(context.Unit.Id).Count());
    }

    private static bool WasCompiled(StageContext context) =>
        context.Unit.Toolchain != Toolchain.DotNet || DotNetOutput.IsCurrent(context);

    private static IEnumerable<Finding> FromCompiler(StageContext context) => context.Unit.Toolchain == Toolchain.DotNet && WasCompiled(context)
        ? BuildFindings.Read(context.Run, context.Unit.Id).Where(finding => FindingKind.StageOf(finding.Id) == StageName.Boundaries)
        : [];
}
