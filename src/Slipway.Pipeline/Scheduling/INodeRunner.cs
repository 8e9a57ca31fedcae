using System.Collections.Immutable;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Runs the nodes of one batch. It answers every node, whatever happens.</summary>
internal interface INodeRunner
{
    Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken);
}
