using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages;

/// <summary>A stage that takes one unit at a time.</summary>
public abstract class UnitStage : Stage
{
    public sealed override async Task<ImmutableArray<StageResult>> RunAsync(
        ImmutableArray<StageContext> batch, CancellationToken cancellationToken) => [await RunAsync(batch.Single(), cancellationToken)];

    protected abstract Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken);
}
