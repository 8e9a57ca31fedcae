using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Scheduling;

/// <summary>
/// Runs every (unit, stage) of a plan whose predecessors are done, several at once, longest way first. A failure lets everything that
/// the task graph reaches before it finish, so that the report stays true, and cancels what comes later; unless the run keeps going, which
/// leaves out only what depends on it. What a node comes to depends on the plan and on the stages alone, never on how many run at once.
/// </summary>
internal sealed class Scheduler : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly INodeRunner _runner;
    private readonly SchedulerOptions _options;
    private readonly NodeGraph _graph;
    private readonly Gates _gates;
    private readonly ReadyBatches _ready;
    private readonly Settling _settling;
    private readonly Dictionary<NodeBatch, CancellationTokenSource> _running = [];
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;
    private int _failedAt = int.MaxValue;

    public Scheduler(Plan plan, INodeRunner runner, SchedulerOptions options)
    {
        _runner = runner;
        _options = options with { Jobs = Math.Max(1, options.Jobs) };
        _graph = new NodeGraph(plan, options.Expected);
        _gates = new Gates(plan.Steps);
        _ready = new ReadyBatches(_graph.Batches);
        _settling = new Settling(runner, Math.Min(_options.Jobs, Environment.ProcessorCount), Settled, Pump);
        _open = _graph.Nodes.Length;
    }

    public ImmutableArray<NodeState> Nodes => _graph.Nodes;

    /// <summary>
    /// What has ended so far, in the plan's order. What lies beyond the first failed stage counts as not reached, however far it got:
    /// the report is the same for any number of jobs.
    /// </summary>
    public ImmutableArray<NodeResult> Results
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _graph.Nodes.Where(node => node.Completed)
                        .Select(node => node.Order > _failedAt ? node.NotReached(NodeReasons.EarlierStage) : node.Completion.Result),
                ];
            }
        }
    }

    public ImmutableArray<NodeState> NodesOf(StageName stage) => _graph.Of(stage);

    public void Start()
    {
        lock (_lock)
        {
            foreach (var node in _graph.Nodes) Reach(node);
        }
        Pump();
    }

    /// <summary>Lets the stages go that waited for this task, which is not a stage.</summary>
    public void Open(string gate)
    {
        lock (_lock)
        {
            foreach (var node in _gates.Open(gate).SelectMany(order => _graph.Of(order))) Reach(node);
        }
        Pump();
    }

    /// <summary>Stops everything: what runs is cancelled, what waits is never reached.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            foreach (var node in _graph.Nodes.Reverse()) Abandon(node, NodeReasons.Cancelled);
            foreach (var source in _running.Values) _ = source.CancelAsync();
        }
        Pump();
    }

    public async ValueTask DisposeAsync()
    {
        Cancel();
        await _idle.Task;
    }

    private void Pump()
    {
        lock (_lock)
        {
            _settling.Go();
            while (_running.Count < _options.Jobs && _ready.Take(_settling.Precedes) is { } batch) Launch(batch);
            if (_open == 0 && _running.Count == 0 && _settling.IsIdle) _idle.TrySetResult();
        }
    }

    private void Reach(NodeState node)
    {
        if (node.Reached || node.Completed || node.Waiting > 0 || !_gates.AreOpen(node.Order)) return;
        node.Reached = true;
        _settling.Add(node);
    }

    private void Settled(NodeState node, NodeResult? result)
    {
        lock (_lock)
        {
            _settling.Done(node);
            if (result is not null) End(node.Batch, [node], [result]);
            else if (!node.Completed)
            {
                node.Due = true;
                Decide(node);
            }
        }
        Pump();
    }

    private void Decide(NodeState node)
    {
        if (node.Batch.Decide(node) && node.Batch.Due.Any()) _ready.Add(node.Batch);
    }

    private void Launch(NodeBatch batch)
    {
        ImmutableArray<NodeState> nodes = [.. batch.Due];
        foreach (var node in nodes) node.Started = true;
        var source = new CancellationTokenSource();
        _running.Add(batch, source);
        _ = Task.Run(() => RunAsync(batch, nodes, source.Token));
    }

    private async Task RunAsync(NodeBatch batch, ImmutableArray<NodeState> nodes, CancellationToken cancellationToken)
    {
        ImmutableArray<NodeResult> results;
        try
        {
            results = await _runner.RunAsync(nodes, cancellationToken);
        }
        catch (Exception exception)
        {
            // Whatever happens, who waits for these nodes gets an answer.
            results = [.. nodes.Select(node => StageRunner.Broken(node.Node, exception, TimeSpan.Zero))];
        }
        lock (_lock)
        {
            if (_running.Remove(batch, out var source)) source.Dispose();
            _ready.Release(batch);
            End(batch, nodes, results);
        }
        Pump();
    }

    private void End(NodeBatch batch, ImmutableArray<NodeState> nodes, ImmutableArray<NodeResult> results)
    {
        if (!_options.KeepGoing && !batch.Step.Forgiving && results.Any(result => result.Failed)) EndAfter(batch.Order);
        for (var index = 0; index < nodes.Length; index++) Complete(nodes[index], results[index]);
    }

    private void Complete(NodeState node, NodeResult result)
    {
        if (node.Completed) return;
        node.Complete(result);
        _open--;
        Decide(node);
        foreach (var after in node.After)
        {
            after.Waiting--;
            if (node.Blocks) Doom(after);
            if (after.Waiting > 0) continue;
            // Only now is it known which of its predecessors is the first to blame.
            if (after.Doomed) Complete(after, after.NotReached(NodeReasons.Before(after)));
            else Reach(after);
        }
    }

    // It will never run, so nobody who goes with it need wait for it.
    private void Doom(NodeState node)
    {
        if (node.Doomed || node.Completed) return;
        node.Doomed = true;
        Decide(node);
        foreach (var after in node.After) Doom(after);
    }

    // From the end, so that each hears of the failure and not of its own predecessor.
    private void EndAfter(int order)
    {
        if (order >= _failedAt) return;
        var last = Math.Min(_failedAt, _graph.Nodes[^1].Order);
        _failedAt = order;
        for (var later = last; later > order; later--)
        {
            foreach (var node in _graph.Of(later)) Abandon(node, NodeReasons.EarlierStage);
        }
        foreach (var (batch, source) in _running)
        {
            if (batch.Order > order) _ = source.CancelAsync();
        }
    }

    private void Abandon(NodeState node, string reason)
    {
        if (!node.Started) Complete(node, node.NotReached(reason));
    }
}
