using System.Collections.Immutable;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Nodes of one stage that run together. Most hold one node. Changed only under the scheduler's lock.</summary>
internal sealed class NodeBatch(PlanStep step, int order, int index, ImmutableArray<Limit> limits)
{
    private readonly List<NodeState> _nodes = [];

    public PlanStep Step { get; } = step;

    /// <summary>The stage's place in the task graph's order.</summary>
    public int Order { get; } = order;

    /// <summary>Its place among all batches of the plan.</summary>
    public int Index { get; } = index;

    public ImmutableArray<Limit> Limits { get; } = limits;

    public IReadOnlyList<NodeState> Nodes => _nodes;

    /// <summary>How many of its nodes may still turn out to have to run.</summary>
    public int Undecided { get; private set; }

    /// <summary>The nodes that have to run and have not begun.</summary>
    public IEnumerable<NodeState> Due => _nodes.Where(node => node is { Due: true, Started: false, Completed: false });

    /// <summary>That of the first of its due nodes.</summary>
    public (double, int, int) Priority => Due.Min(node => node.Priority);

    public void Add(NodeState node)
    {
        _nodes.Add(node);
        Undecided++;
    }

    /// <summary>The batch need not wait for this node any longer.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Decide(NodeState node)
    {
        if (node.Decided) return false;
        node.Decided = true;
        return --Undecided == 0;
    }
}
