using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages;

namespace Slipway.Benchmarks.Scheduling;

/// <summary>A stage with a name and nothing else: the runner says how long it takes.</summary>
internal sealed class PaperStage(string name) : Stage
{
    public override StageName Name => new(name);

    public override Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This stage is on paper only.");
}
