using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Explanations;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Reports;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Runs a batch of nodes through their stage: replays what may be replayed, executes the rest, writes records and reports.</summary>
internal sealed class StageRunner(Plan plan, RunContext run, RecordStore records, ReportWriter reports, RunOptions options, StageCache? store = null) : INodeRunner
{
    // What is run on somebody's word alone is no verdict for others, and none of theirs stands for it.
    private readonly StageCache? _cache = options.Replay ? store : null;

    private readonly Explainer _explainer = new(plan, run, records);
    private readonly NodeContexts _contexts = new(plan, run, records);
    private readonly ConcurrentDictionary<NodeKey, Stand> _pending = [];
    private LatePackages? _packages;
    private Assumptions? _assumptions;
    private Standing? _standing;

    private Assumptions? Assumed => store is null || plan.Assumed.IsEmpty ? null : LazyInitializer.EnsureInitialized(ref _assumptions, () => new(plan, _contexts, records, store));

    private LatePackages Packages => LazyInitializer.EnsureInitialized(ref _packages, () => new(plan, _contexts));

    // Made when first asked: what stands is asked of the contexts that this runner has.
    private Standing Stands => LazyInitializer.EnsureInitialized(ref _standing, () => new(plan, _contexts, records, _cache, options.Request));

    /// <summary>What the success of these results stands on; null where it is none, or not a whole one.</summary>
    public RunPremises? PremisesOf(ImmutableArray<NodeResult> results) => RunPremises.Of(plan, results, _contexts, run.Paths);

    public NodeResult? Settle(NodeState node)
    {
        var result = SkipOrReplay(node);
        if (result is not null) _contexts.Add(result);
        return result;
    }

    public async Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        var restored = await RestoreAsync(batch, cancellationToken);
        foreach (var result in restored.Values) _contexts.Add(result);
        ImmutableArray<NodeState> due = [.. batch.Where(state => !restored.ContainsKey(state.Node.Key))];
        var executed = due.IsEmpty ? [] : await ExecuteAsync(due, cancellationToken);
        foreach (var result in executed) _contexts.Add(result);
        var results = executed.Concat(restored.Values).ToDictionary(result => result.Node.Key);
        return [.. batch.Select(state => results[state.Node.Key])];
    }

    private NodeResult? SkipOrReplay(NodeState state)
    {
        if (state.Node.SkipReason is { } reason) return new NodeResult { Node = state.Node, Result = StageResult.Skipped(reason) };
        if (!MayReplay(state.Step.Stage) || Stands.Of(state.Node, state.Step.Stage) is not { } stand) return null;
        if (stand.Hit is not null)
        {
            _pending[state.Node.Key] = stand;
            return null;
        }
        if (stand.IsNew) Write(stand.Record, state.Node, state.Step.Stage);
        return new NodeResult { Node = state.Node, Result = stand.Record.Result, Record = stand.Record, Replayed = true, Kept = stand.Kept };
    }

    private bool MayReplay(Stage stage) => options.Replay
        && (stage.StandsWhenNamed || !options.Request.Names(stage.Name));

    // What cannot be put back runs, as if nothing had been found.
    private async Task<ImmutableDictionary<NodeKey, NodeResult>> RestoreAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        var results = new ConcurrentDictionary<NodeKey, NodeResult>();
        var pending = batch.Where(state => _pending.ContainsKey(state.Node.Key)).ToArray();
        try
        {
            await Parallel.ForEachAsync(pending, cancellationToken, async (state, limit) =>
            {
                if (await RestoreAsync(state, _pending[state.Node.Key], limit) is { } result) results[state.Node.Key] = result;
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Then the stage is told so too, and answers.
        }
        return results.ToImmutableDictionary();
    }

    private async Task<NodeResult?> RestoreAsync(NodeState state, Stand stand, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var outputs = state.Step.Stage.OutputsOf(_contexts.Of(state.Node, state.Log))!;
        var restoration = await _cache!.RestoreAsync(stand.Hit!, outputs, stand.Folders, cancellationToken);
        return restoration.Match(
            restored =>
            {
                state.Log.Write($"{restored.Files} files of {stand.Folders.Length} folders restored from the cache");
                Write(stand.Record, state.Node, state.Step.Stage);
                return new NodeResult { Node = state.Node, Result = stand.Record.Result, Record = stand.Record, Replayed = true, Duration = run.Time.GetElapsedTime(started) };
            },
            _ => (NodeResult?)null);
    }

    private async Task<ImmutableArray<NodeResult>> ExecuteAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        var nodes = batch.Select(state => state.Node).ToArray();
        var startedAt = run.Time.GetUtcNow();
        var started = run.Time.GetTimestamp();
        var reasons = nodes.Select(node => _explainer.Explain(node, batch[0].Step.Stage).Because).ToArray();
        try
        {
            if (Assumed is { } assumed) await assumed.SettleAsync(nodes, cancellationToken);
            await Packages.EnsureAsync(batch, cancellationToken);
            foreach (var node in nodes)
            {
                records.Forget(node.Key);
                reports.Forget(node.Key);
            }
            var contexts = await Task.WhenAll(batch.Select(ContextAsync));
            var results = await batch[0].Step.Stage.RunAsync([.. contexts], cancellationToken);
            var duration = run.Time.GetElapsedTime(started);
            if (results.Length != nodes.Length) throw new InvalidOperationException($"{nodes[0].Stage} answered {results.Length} of {nodes.Length} units.");
            // A tool that is told to stop may end in any way; that is no verdict.
            if (cancellationToken.IsCancellationRequested && results.Any(result => result.Outcome is StageOutcome.Failed)) return Cancelled(nodes);
            var finished = results.Select((result, index) => Finish(nodes[index], result, reasons[index], batch[0].Step.Stage, startedAt, duration)).ToImmutableArray();
            if (_cache is not null) await Task.WhenAll(finished.Zip(batch, (result, state) => _cache.KeepAsync(result.Record!, state.Step.Stage, _contexts.Of(state.Node, state.Log))));
            return finished;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Cancelled(nodes);
        }
        catch (Exception exception)
        {
            var duration = run.Time.GetElapsedTime(started);
            return [.. nodes.Select(node => Broken(node, exception, duration))];
        }
    }

    private async Task<StageContext> ContextAsync(NodeState state)
    {
        var context = _contexts.Of(state.Node, state.Log);
        return _cache is null ? context : context with { Lapsed = await _cache.LapsedAsync(state.Node, state.Step.Stage, context) };
    }

    private NodeResult Finish(PlanNode node, StageResult result, string reason, Stage stage, DateTimeOffset startedAt, TimeSpan duration)
    {
        var record = new StageRecord
        {
            Unit = node.Unit,
            Stage = node.Stage,
            Fingerprint = node.Fingerprint,
            Basis = node.Basis,
            Reason = reason,
            Result = result,
            ExecutedAt = startedAt,
            Duration = duration,
            Invocation = run.Invocation,
            Builder = run.Builder,
        };
        Write(record, node, stage);
        return new NodeResult { Node = node, Result = result, Record = record, Duration = duration };
    }

    private void Write(StageRecord record, PlanNode node, Stage stage)
    {
        reports.Write(record);
        records.Write(record);
        records.KeepInputs(node.Unit, node.Basis[NodeBasis.Inputs], () => run.Inputs.InputsOf(node.Unit, stage.Reads));
    }

    private static ImmutableArray<NodeResult> Cancelled(PlanNode[] nodes) =>
        [.. nodes.Select(node => new NodeResult { Node = node, Result = StageResult.Skipped("cancelled while it ran"), NotReached = true })];

    internal static NodeResult Broken(PlanNode node, Exception exception, TimeSpan duration)
    {
        var notes = exception is SlipwayException ? exception.Message : exception.ToString();
        var result = StageResult.Failed(exception is SlipwayException known ? known.Problems[0].Message : exception.Message) with
        {
            Notes = [notes],
        };
        return new NodeResult { Node = node, Result = result, Duration = duration, Exception = exception };
    }
}
