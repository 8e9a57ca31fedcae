namespace Slipway.Pipeline.Scheduling;

/// <summary>
/// Looks at nodes whose turn has come, whether they have to run at all. A node that has not costs a look at the disk, and neither a job nor
/// a thread of its own: a few hands take one after another, the longest way first.
/// </summary>
/// <param name="hands">How many nodes are looked at together.</param>
/// <param name="settled">Told of each; calls <see cref="Done"/> first.</param>
/// <param name="rested">Told when a hand finds nothing more to do.</param>
internal sealed class Settling(INodeRunner runner, int hands, Action<NodeState, NodeResult?> settled, Action rested)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<NodeState, (double, int, int)> _waiting = new();
    private readonly HashSet<NodeState> _looking = [];
    private int _busy;

    public bool IsIdle
    {
        get
        {
            lock (_lock) return _busy == 0;
        }
    }

    public void Add(NodeState node)
    {
        lock (_lock) _waiting.Enqueue(node, node.Priority);
    }

    /// <summary>Sets hands to work on what was added.</summary>
    public void Go()
    {
        lock (_lock)
        {
            for (var wanted = Math.Min(hands - _busy, _waiting.Count); wanted > 0; wanted--)
            {
                _busy++;
                _ = Task.Run(Work);
            }
        }
    }

    public void Done(NodeState node)
    {
        lock (_lock) _looking.Remove(node);
    }

    /// <summary>Whether a node that may have to run before this is still to be looked at.</summary>
    public bool Precedes((double, int, int) priority)
    {
        lock (_lock)
        {
            return (_waiting.TryPeek(out _, out var first) && first.CompareTo(priority) < 0)
                || _looking.Any(node => node.Priority.CompareTo(priority) < 0);
        }
    }

    private void Work()
    {
        while (Next() is { } node) settled(node, node.Completed ? null : Look(node));
        rested();
    }

    private NodeState? Next()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var node, out _))
            {
                _looking.Add(node);
                return node;
            }
            _busy--;
            return null;
        }
    }

    private NodeResult? Look(NodeState node)
    {
        try
        {
            return runner.Settle(node);
        }
        catch (Exception exception)
        {
            // Whatever happens, who waits for this node gets an answer.
            return StageRunner.Broken(node.Node, exception, TimeSpan.Zero);
        }
    }
}
