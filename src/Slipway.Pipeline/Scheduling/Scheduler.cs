using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Scheduling;

/// <summary>
/// Runs every (unit, stage) of a plan whose predecessors are done, several at once, longest way first. A failure lets everything that
/// the task graph reaches before it finish, so that the report stays true, and cancels what comes later.
/// </summary>
internal sealed class Scheduler : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly INodeRunner _runner;
    private readonly int _jobs;
    private readonly ImmutableArray<NodeState> _nodes;
    private readonly HashSet<string> _closedGates;
    private readonly HashSet<string> _heldLimits = new(StringComparer.Ordinal);
    private readonly Dictionary<ImmutableArray<NodeState>, CancellationTokenSource> _running = [];
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _failedAt = int.MaxValue;
    private bool _cancelled;

    public Scheduler(Plan plan, INodeRunner runner, SchedulerOptions options)
    {
        _runner = runner;
        _jobs = Math.Max(1, options.Jobs);
        _nodes = Build(plan);
        _closedGates = plan.Steps.SelectMany(step => step.Gates).ToHashSet(StringComparer.Ordinal);
    }

    public IEnumerable<NodeState> NodesOf(StageName stage) => _nodes.Where(node => node.Node.Stage == stage);

    public ImmutableArray<NodeState> Nodes => _nodes;

    public void Start() => Pump();

    /// <summary>Lets the stages go that waited for this task, which is not a stage.</summary>
    public void Open(string gate)
    {
        lock (_lock) _closedGates.Remove(gate);
        Pump();
    }

    /// <summary>Stops everything: what runs is cancelled, what waits is never reached.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            _cancelled = true;
            foreach (var source in _running.Values) source.Cancel();
        }
        Pump();
    }

    public async ValueTask DisposeAsync()
    {
        Cancel();
        await _idle.Task;
    }

    private static ImmutableArray<NodeState> Build(Plan plan)
    {
        var units = plan.Units.ToDictionary(unit => unit.Id);
        var steps = plan.Steps.ToDictionary(step => step.Name);
        var states = plan.Nodes
            .Select(node => new NodeState(node, steps[node.Stage], plan.OrderOf(node.Stage), steps[node.Stage].Stage.BatchKey(units[node.Unit])))
            .ToImmutableArray();
        var byKey = states.ToDictionary(state => state.Node.Key);
        foreach (var state in states)
        {
            state.Before = [.. state.Node.After.Select(stage => byKey[new NodeKey(state.Node.Unit, stage)])];
        }
        foreach (var state in states.Reverse())
        {
            state.Weight += 1;
            foreach (var before in state.Before) before.Weight = Math.Max(before.Weight, state.Weight);
        }
        return states;
    }

    private void Pump()
    {
        lock (_lock)
        {
            Abandon();
            while (_running.Count < _jobs && Next() is { } batch) Launch(batch);
            if (_running.Count == 0 && _nodes.All(node => node.Completed)) _idle.TrySetResult();
        }
    }

    // Answers every node that will never run, in order, so that whoever waits for it learns why.
    private void Abandon()
    {
        foreach (var node in _nodes.Where(node => !node.Started && !node.Completed))
        {
            if (_cancelled) Skip(node, "the run was cancelled");
            else if (node.Order > _failedAt) Skip(node, "an earlier stage failed");
            else if (node.Before.FirstOrDefault(before => before.Completed && Blocks(before)) is { } blocker)
                Skip(node, $"{blocker.Node.Stage} did not succeed");
        }

        static bool Blocks(NodeState before) =>
            before.Completion.Result.NotReached || (before.Completion.Result.Failed && !before.Step.Forgiving);

        static void Skip(NodeState node, string reason) =>
            node.Complete(new NodeResult { Node = node.Node, Result = StageResult.Skipped(reason), NotReached = true });
    }

    private ImmutableArray<NodeState>? Next()
    {
        var ready = _nodes
            .Where(node => !node.Completed && !node.Started)
            .GroupBy(node => (node.Node.Stage, node.Batch))
            .Where(batch => batch.All(IsReady) && !batch.First().Step.Stage.Limits.Any(_heldLimits.Contains))
            .OrderByDescending(batch => batch.Max(node => node.Weight))
            .ThenBy(batch => batch.First().Order)
            .FirstOrDefault();
        return ready is null ? null : [.. ready];
    }

    private bool IsReady(NodeState node) =>
        node.Before.All(before => before.Completed) && !node.Step.Gates.Any(_closedGates.Contains);

    private void Launch(ImmutableArray<NodeState> batch)
    {
        var source = new CancellationTokenSource();
        _running.Add(batch, source);
        foreach (var limit in batch[0].Step.Stage.Limits) _heldLimits.Add(limit);
        foreach (var node in batch) node.Started = true;
        _ = Task.Run(() => RunAsync(batch, source.Token));
    }

    private async Task RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        ImmutableArray<NodeResult> results;
        try
        {
            results = await _runner.RunAsync(batch, cancellationToken);
        }
        catch (Exception exception)
        {
            // Whatever happens, who waits for these nodes gets an answer.
            results = [.. batch.Select(node => StageRunner.Broken(node.Node, exception, TimeSpan.Zero))];
        }
        lock (_lock)
        {
            if (_running.Remove(batch, out var source)) source.Dispose();
            foreach (var limit in batch[0].Step.Stage.Limits) _heldLimits.Remove(limit);
            for (var index = 0; index < batch.Length; index++) batch[index].Complete(results[index]);
            if (results.Any(result => result.Failed) && !batch[0].Step.Forgiving) CancelAfter(batch[0].Order);
        }
        Pump();
    }

    private void CancelAfter(int order)
    {
        _failedAt = Math.Min(_failedAt, order);
        foreach (var (batch, source) in _running)
        {
            if (batch[0].Order > _failedAt) source.Cancel();
        }
    }
}
