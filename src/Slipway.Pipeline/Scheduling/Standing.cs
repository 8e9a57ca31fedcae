using System.Collections.Concurrent;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Cache.Restoring;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>
/// What stands for running a node: this checkout's own record, or an entry of the cache. Outputs come out of the cache only as far as this
/// run reads them; since every fingerprint is known before anything runs, so is that.
/// </summary>
internal sealed class Standing
{
    private readonly RecordStore _records;
    private readonly NodeContexts _contexts;
    private readonly StageCache? _cache;
    private readonly ConcurrentDictionary<NodeKey, Lazy<Found?>> _found = [];
    private readonly Lazy<Demand> _demand;

    public Standing(Plan plan, NodeContexts contexts, RecordStore records, StageCache? cache, RunRequest request)
    {
        _records = records;
        _contexts = contexts;
        _cache = cache;
        // A compile in the cache is one that need not run, whether or not anything reads what it left.
        _demand = new(() => Demand.Of(plan, request, (node, step) => Find(node, step.Stage) is null));
    }

    /// <summary>What the node comes to without running; null where it has to run, or to be put back first.</summary>
    public Stand? Of(PlanNode node, Stage stage)
    {
        if (Find(node, stage) is not { } found) return null;
        if (found.Deferred is { } hit) return Deferred(node, stage, hit);
        return stage.OutputsOf(_contexts.Of(node, new StageLog())) is { } outputs && outputs.HasToRun(found.Record.Result, _demand.Value) ? null : new(found.Record, found.IsNew);
    }

    private Stand? Deferred(PlanNode node, Stage stage, CacheHit hit)
    {
        var outputs = stage.OutputsOf(_contexts.Of(node, new StageLog()))!;
        var record = hit.Entry.Record;
        if (outputs.HasToRun(record.Result, _demand.Value)) return null;
        if (outputs.Missing!(record.Result, _demand.Value) is { IsEmpty: false } missing) return new Stand(record, IsNew: true) { Hit = hit, Folders = missing };
        var known = _records.Find(node) is { } own && own.Invocation == record.Invocation;
        return new Stand(record, !known) { Kept = !outputs.Folders.IsEmpty };
    }

    private Found? Find(PlanNode node, Stage stage) => _found.GetOrAdd(node.Key, _ => new(() => Look(node, stage))).Value;

    private Found? Look(PlanNode node, Stage stage)
    {
        var context = _contexts.Of(node, new StageLog());
        if (_records.FindStanding(node, stage, context) is { } own) return new(own);
        if (_cache?.FindAsync(node, stage, context).GetAwaiter().GetResult() is not { } hit) return null;
        var outputs = stage.OutputsOf(context)!;
        if (outputs.Missing is not null) return new(hit.Entry.Record, IsNew: true, hit);
        return outputs.Folders.IsEmpty || Restore(hit, outputs) ? new(hit.Entry.Record, IsNew: true) : null;
    }

    private bool Restore(CacheHit hit, StageOutputs outputs) =>
        _cache!.RestoreAsync(hit, outputs, outputs.Folders).GetAwaiter().GetResult() is Restoration.Restored;

    private sealed record Found(StageRecord Record, bool IsNew = false, CacheHit? Deferred = null);
}
