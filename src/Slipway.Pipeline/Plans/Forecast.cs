using System.Collections.Immutable;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Scheduling;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Plans;

/// <summary>Which nodes of a plan an earlier success would stand for, were it run now. Runs nothing, writes nothing.</summary>
public static class Forecast
{
    public static ImmutableHashSet<NodeKey> Replays(Plan plan, RunContext run, RunOptions options)
    {
        if (!options.Replay) return [];
        var records = new RecordStore(run.Paths);
        var contexts = new NodeContexts(plan, run, records);
        var replays =
            from step in plan.Steps
            from node in plan.NodesOf(step.Name)
            where node.SkipReason is null && records.FindStanding(node, step.Stage, contexts.Of(node, new StageLog())) is not null
            select node.Key;
        return [.. replays];
    }
}
