using System.Collections.Immutable;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>One node of the plan while the scheduler has it. Changed only under the scheduler's lock.</summary>
internal sealed class NodeState(PlanNode node, PlanStep step, int order, string batch)
{
    private readonly TaskCompletionSource<NodeResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PlanNode Node { get; } = node;

    public PlanStep Step { get; } = step;

    /// <summary>The stage's place in the task graph's order.</summary>
    public int Order { get; } = order;

    /// <summary>Nodes of one stage with the same batch run together.</summary>
    public string Batch { get; } = batch;

    public StageLog Log { get; } = new();

    public ImmutableArray<NodeState> Before { get; set; } = [];

    /// <summary>Length of the longest way from here to the end, in expected seconds.</summary>
    public double Weight { get; set; }

    public bool Started { get; set; }

    public Task<NodeResult> Completion => _done.Task;

    public bool Completed => _done.Task.IsCompleted;

    public void Complete(NodeResult result) => _done.TrySetResult(result);
}
