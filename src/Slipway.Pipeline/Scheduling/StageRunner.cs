using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Reports;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Runs a batch of nodes through their stage: replays what may be replayed, executes the rest, writes records and reports.</summary>
internal sealed class StageRunner(Plan plan, RunContext run, RecordStore records, ReportWriter reports, bool replay) : INodeRunner
{
    private readonly NodeResults _finished = new();

    public async Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        var results = new NodeResult?[batch.Length];
        List<(int Index, StageContext Context)> work = [];
        for (var index = 0; index < batch.Length; index++)
        {
            var node = batch[index];
            var context = Context(node);
            results[index] = SkipOrReplay(node, context);
            if (results[index] is null) work.Add((index, context));
        }
        if (work.Count > 0)
        {
            var executed = await ExecuteAsync(batch, work, cancellationToken);
            for (var index = 0; index < work.Count; index++) results[work[index].Index] = executed[index];
        }
        foreach (var result in results) _finished.Add(result!);
        return [.. results.Select(result => result!)];
    }

    private StageContext Context(NodeState node) => new()
    {
        Unit = plan.Units.First(unit => unit.Id == node.Node.Unit),
        Stage = node.Node.Stage,
        Fingerprint = node.Node.Fingerprint,
        Run = run,
        Log = node.Log,
        Earlier = _finished.Of(node.Node.Unit),
    };

    private NodeResult? SkipOrReplay(NodeState state, StageContext context)
    {
        if (state.Node.SkipReason is { } reason) return new NodeResult { Node = state.Node, Result = StageResult.Skipped(reason) };
        if (!replay || !state.Step.Stage.Replayable) return null;
        if (records.Find(state.Node) is not { } record || !state.Step.Stage.OutputsInPlace(context)) return null;
        return new NodeResult { Node = state.Node, Result = record.Result, Record = record, Replayed = true };
    }

    private async Task<ImmutableArray<NodeResult>> ExecuteAsync(
        ImmutableArray<NodeState> batch, List<(int Index, StageContext Context)> work, CancellationToken cancellationToken)
    {
        var nodes = work.Select(item => batch[item.Index].Node).ToArray();
        var startedAt = run.Time.GetUtcNow();
        var started = run.Time.GetTimestamp();
        foreach (var node in nodes) records.Forget(node.Key);
        try
        {
            var results = await batch[0].Step.Stage.RunAsync([.. work.Select(item => item.Context)], cancellationToken);
            var duration = run.Time.GetElapsedTime(started);
            return [.. results.Select((result, index) => Finish(nodes[index], result, startedAt, duration))];
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return [.. nodes.Select(node => new NodeResult { Node = node, Result = StageResult.Skipped("cancelled while it ran"), NotReached = true })];
        }
        catch (Exception exception)
        {
            var duration = run.Time.GetElapsedTime(started);
            return [.. nodes.Select(node => Broken(node, exception, duration))];
        }
    }

    private NodeResult Finish(PlanNode node, StageResult result, DateTimeOffset startedAt, TimeSpan duration)
    {
        var record = new StageRecord
        {
            Unit = node.Unit,
            Stage = node.Stage,
            Fingerprint = node.Fingerprint,
            Result = result,
            ExecutedAt = startedAt,
            Duration = duration,
            Invocation = run.Invocation,
        };
        reports.Write(record);
        records.Write(record);
        return new NodeResult { Node = node, Result = result, Record = record, Duration = duration };
    }

    private static NodeResult Broken(PlanNode node, Exception exception, TimeSpan duration)
    {
        var notes = exception is SlipwayException ? exception.Message : exception.ToString();
        var result = StageResult.Failed(exception is SlipwayException known ? known.Problems[0].Message : exception.Message) with
        {
            Notes = [notes],
        };
        return new NodeResult { Node = node, Result = result, Duration = duration, Exception = exception };
    }
}
