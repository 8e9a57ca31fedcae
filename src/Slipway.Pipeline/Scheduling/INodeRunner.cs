using System.Collections.Immutable;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Runs the nodes of one batch. It answers every node, whatever happens.</summary>
internal interface INodeRunner
{
    /// <summary>What the node comes to without being run, since there is nothing to do or an earlier record stands; null where it has to run.</summary>
    NodeResult? Settle(NodeState node);

    Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken);
}
