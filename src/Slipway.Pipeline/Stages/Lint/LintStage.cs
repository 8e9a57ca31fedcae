using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Lint;

/// <summary>Style and quality: the compile's own findings and <c>dotnet format whitespace</c>; ESLint in Node units.</summary>
public sealed class LintStage : Stage
{
    public override StageName Name => StageName.Lint;

    public override bool IsVerdictOnly(Unit unit) => true;

    public override IEnumerable<Project> Links(Unit unit) => [];

    public override string BatchKey(Unit unit) => unit.Toolchain == Toolchain.DotNet ? "dotnet" : base.BatchKey(unit);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [];

    public override async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken) =>
        batch[0].Unit.Toolchain == Toolchain.DotNet
            ? await DotNetLint.RunAsync(batch, cancellationToken)
            : [await NodeLint.RunAsync(batch.Single(), cancellationToken)];
}
