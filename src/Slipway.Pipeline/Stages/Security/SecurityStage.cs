using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Security;

/// <summary>PLACEHOLDER until the library lands.</summary>
public sealed class SecurityStage : Stage
{
    public override StageName Name => StageName.Security;

    public override ImmutableArray<string> Limits => ["msbuild"];

    public override string BatchKey(Unit unit) => unit.Toolchain == Toolchain.DotNet ? "dotnet" : base.BatchKey(unit);

    public override Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<StageResult>>([.. batch.Select(_ => StageResult.Skipped("not built yet"))]);
}
