using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Tests.Scheduling;

/// <summary>Runs nodes as a test says: each batch waits until the test lets it end. Batches are named <c>stage: unit unit</c>.</summary>
internal sealed class Conductor(ImmutableHashSet<string> standing) : INodeRunner
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _started = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StageResult>> _endings = [];

    /// <summary>Every batch that was started, in order.</summary>
    public ConcurrentQueue<string> Started { get; } = [];

    /// <summary>Batches whose token was cancelled while they ran.</summary>
    public ConcurrentQueue<string> Cancelled { get; } = [];

    public Task StartOf(string batch) => _started.GetOrAdd(batch, _ => New()).Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public void Succeed(params string[] batches)
    {
        foreach (var batch in batches) Ending(batch).SetResult(StageResult.Succeeded);
    }

    public void Fail(string batch) => Ending(batch).SetResult(StageResult.Failed("no"));

    public void Throw(string batch) => Ending(batch).SetException(new InvalidOperationException("a bug"));

    public NodeResult? Settle(NodeState node) => standing.Contains($"{node.Node.Stage}: {node.Node.Unit.Name}")
        ? new NodeResult { Node = node.Node, Result = StageResult.Succeeded, Replayed = true }
        : null;

    public async Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        var name = $"{batch[0].Node.Stage}: {string.Join(' ', batch.Select(node => node.Node.Unit.Name))}";
        Started.Enqueue(name);
        _started.GetOrAdd(name, _ => New()).TrySetResult();
        try
        {
            var result = await Ending(name).Task.WaitAsync(cancellationToken);
            return [.. batch.Select(node => new NodeResult { Node = node.Node, Result = result })];
        }
        catch (OperationCanceledException)
        {
            Cancelled.Enqueue(name);
            return [.. batch.Select(node => new NodeResult { Node = node.Node, Result = StageResult.Skipped("cancelled"), NotReached = true })];
        }
    }

    private TaskCompletionSource<StageResult> Ending(string batch) =>
        _endings.GetOrAdd(batch, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
