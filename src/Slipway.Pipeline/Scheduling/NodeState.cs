using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>One node of the plan while the scheduler has it. Changed only under the scheduler's lock.</summary>
internal sealed class NodeState(PlanNode node, NodeBatch batch)
{
    private readonly TaskCompletionSource<NodeResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PlanNode Node { get; } = node;

    /// <summary>The nodes that it goes through its stage with.</summary>
    public NodeBatch Batch { get; } = batch;

    public PlanStep Step => Batch.Step;

    /// <summary>The stage's place in the task graph's order.</summary>
    public int Order => Batch.Order;

    public StageLog Log { get; } = new();

    public ImmutableArray<NodeState> Before { get; set; } = [];

    public ImmutableArray<NodeState> After { get; set; } = [];

    /// <summary>Length of the longest way from here to the end, in expected seconds.</summary>
    public double Weight { get; set; }

    /// <summary>The smaller, the sooner: the longest way first, then the task graph's order.</summary>
    public (double, int, int) Priority => (-Weight, Order, Batch.Index);

    /// <summary>How many of its predecessors have not ended yet.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether its turn has come: it is looked at, then settled or run.</summary>
    public bool Reached { get; set; }

    /// <summary>Whether it has been looked at and has to run.</summary>
    public bool Due { get; set; }

    /// <summary>Whether something before it did not succeed, so that it will never run.</summary>
    public bool Doomed { get; set; }

    /// <summary>Whether its batch need not wait for it any longer: it is due, doomed, or has ended.</summary>
    public bool Decided { get; set; }

    public bool Started { get; set; }

    public Task<NodeResult> Completion => _done.Task;

    public bool Completed => _done.Task.IsCompleted;

    /// <summary>Whether what comes after it cannot run.</summary>
    public bool Blocks => Completed && (Completion.Result.NotReached || (Completion.Result.Failed && !Step.Forgiving));

    public void Complete(NodeResult result) => _done.TrySetResult(result);

    public NodeResult NotReached(string reason) => new() { Node = Node, Result = StageResult.Skipped(reason), NotReached = true };
}
