using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Tests.Scheduling;

/// <summary>Gives every node its fate, and watches that no promise of the scheduler is broken meanwhile.</summary>
internal sealed class AnyRunner(AnyPlan sketch) : INodeRunner
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _held = [];
    private int _running;

    public ConcurrentQueue<NodeKey> Ran { get; } = [];

    public int MostAtOnce { get; private set; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Broken { get; private set; }

    public NodeResult? Settle(NodeState node)
    {
        if (node.Before.Any(before => !before.Completed)) Broken = $"{node.Node.Key} was looked at too early";
        return sketch.Of(node.Node) switch
        {
            AnyPlan.Fate.Skipped => new NodeResult { Node = node.Node, Result = StageResult.Skipped(node.Node.SkipReason!) },
            AnyPlan.Fate.Replayed => new NodeResult { Node = node.Node, Result = StageResult.Succeeded, Replayed = true },
            _ => null,
        };
    }

    public async Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        Hold(batch, 1);
        foreach (var node in batch) Ran.Enqueue(node.Node.Key);
        for (var turn = 0; turn < 1 + (sketch.Expected(batch[0].Node) / 2); turn++) await Task.Yield();
        Hold(batch, -1);
        return [.. batch.Select(node => Result(node.Node))];
    }

    private NodeResult Result(PlanNode node) => new()
    {
        Node = node,
        Result = sketch.Of(node) == AnyPlan.Fate.Failed ? StageResult.Failed("no") : StageResult.Succeeded,
    };

    private void Hold(ImmutableArray<NodeState> batch, int sign)
    {
        lock (_lock)
        {
            _running += sign;
            MostAtOnce = Math.Max(MostAtOnce, _running);
            foreach (var limit in batch[0].Batch.Limits)
            {
                var held = _held[limit.Name] = _held.GetValueOrDefault(limit.Name) + (sign * limit.Share);
                if (held > limit.Capacity) Broken = $"{limit.Name} was held {held} times";
            }
            if (batch.Select(node => node.Batch).Distinct().Count() > 1) Broken = "two batches ran as one";
        }
    }
}
