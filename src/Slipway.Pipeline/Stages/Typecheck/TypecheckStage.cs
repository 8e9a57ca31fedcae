using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Typecheck;

/// <summary>Compiles all .NET units in one MSBuild invocation; runs <c>tsc --noEmit</c> in each Node unit.</summary>
public sealed class TypecheckStage : Stage
{
    public override StageName Name => StageName.Typecheck;

    public override bool IsVerdictOnly(Unit unit) => unit.Toolchain == Toolchain.Node;

    // What it leaves holds a program's start for this system.
    public override string Options(Platform platform) => RuntimeInformation.RuntimeIdentifier;

    // Its part of the map names others where it is allowed an edge, or may not address them.
    internal override string OptionsFor(Unit unit, RunContext run) =>
        unit.Toolchain == Toolchain.DotNet ? BoundaryMap.Of(run.Platform, unit, DateOnly.FromDateTime(run.Time.GetUtcNow().UtcDateTime)) : "";

    // It compiles again what the units use, also where their own record stands and their tests already run.
    public override ImmutableArray<Limit> LimitsOf(Unit unit) => unit.Toolchain == Toolchain.DotNet ? [Limit.MSBuild, Limit.Binaries.Whole] : [];

    public override string BatchKey(Unit unit) => unit.Toolchain == Toolchain.DotNet ? "dotnet" : base.BatchKey(unit);

    public override bool OutputsInPlace(StageContext context, StageResult recorded) =>
        context.Unit.Toolchain != Toolchain.DotNet || DotNetTypecheck.IsDone(context, recorded);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) =>
        context.Unit.Toolchain == Toolchain.DotNet ? DotNetTypecheck.LooksAt(context) : [];

    internal override StageOutputs? OutputsOf(StageContext context) =>
        context.Unit.Toolchain == Toolchain.DotNet ? DotNetOutputs.Of(context) : base.OutputsOf(context);

    internal override bool IsValidHere(StageContext context, StageRecord cached) =>
        context.Unit.Toolchain != Toolchain.DotNet || DotNetTypecheck.IsWhole(context, cached.Result);

    public override async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken) =>
        batch[0].Unit.Toolchain == Toolchain.DotNet
            ? await DotNetTypecheck.RunAsync(batch, cancellationToken)
            : [await NodeTypecheck.RunAsync(batch.Single(), cancellationToken)];
}
