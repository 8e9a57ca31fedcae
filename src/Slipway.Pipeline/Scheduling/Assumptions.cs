using System.Collections.Concurrent;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Cache.Restoring;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>
/// What an exclusive target takes for granted: the stages before it, which it does not run. What one of them gave on the very same inputs, and
/// only the cache holds, is put in place.
/// </summary>
internal sealed class Assumptions(Plan plan, NodeContexts contexts, RecordStore records, StageCache cache)
{
    private readonly ConcurrentDictionary<NodeKey, Lazy<Task>> _settled = [];

    public async Task SettleAsync(IEnumerable<PlanNode> nodes, CancellationToken cancellationToken)
    {
        var units = nodes.Select(node => node.Unit).ToHashSet();
        foreach (var (node, step) in plan.Assumed.Where(assumed => units.Contains(assumed.Node.Unit)))
            await _settled.GetOrAdd(node.Key, _ => new(() => PutBackAsync(node, step.Stage, cancellationToken))).Value;
    }

    private async Task PutBackAsync(PlanNode node, Stage stage, CancellationToken cancellationToken)
    {
        var context = contexts.Of(node, new StageLog());
        if (records.FindStanding(node, stage, context) is not null || await cache.FindAsync(node, stage, context) is not { } hit) return;
        var outputs = stage.OutputsOf(context)!;
        if (await cache.RestoreAsync(hit, outputs, outputs.Folders, cancellationToken) is not Restoration.Restored) return;
        if (stage.OutputsInPlace(context, hit.Entry.Record.Result)) records.Write(hit.Entry.Record);
    }
}
