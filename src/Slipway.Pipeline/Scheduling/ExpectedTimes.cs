using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;

namespace Slipway.Pipeline.Scheduling;

/// <summary>How long nodes took when they last ran. A node that an earlier success will stand for takes no time.</summary>
internal static class ExpectedTimes
{
    // Nothing like it has ever run here.
    private const double Unknown = 1;

    /// <returns>Seconds. A node that never ran takes as long as its stage usually does.</returns>
    public static Func<PlanNode, double> Of(Plan plan, RecordStore records, bool replay) =>
        Of(plan, records.ReadAll(plan.Nodes.Where(node => node.SkipReason is null).Select(node => node.Key)), replay);

    /// <param name="last">The last execution of the nodes that have one.</param>
    public static Func<PlanNode, double> Of(Plan plan, IReadOnlyDictionary<NodeKey, StageRecord> last, bool replay)
    {
        var together = last.Values.CountBy(Execution).ToDictionary();
        var usual = last.Values.GroupBy(record => record.Stage).ToDictionary(stage => stage.Key, stage => Median([.. stage.Select(Share)]));
        var replayable = plan.Steps.Where(step => replay && step.Stage.Replayable).Select(step => step.Name).ToHashSet();
        return Expected;

        double Expected(PlanNode node) =>
            node.SkipReason is not null ? 0
            : !last.TryGetValue(node.Key, out var record) ? usual.GetValueOrDefault(node.Stage, Unknown)
            : replayable.Contains(node.Stage) && RecordStore.IsOf(node, record) ? 0
            : Share(record);

        // Units that went through a stage together were timed together.
        double Share(StageRecord record) => record.Duration.TotalSeconds / together[Execution(record)];
    }

    private static (StageName, Guid, DateTimeOffset, TimeSpan) Execution(StageRecord record) =>
        (record.Stage, record.Invocation, record.ExecutedAt, record.Duration);

    private static double Median(double[] shares)
    {
        Array.Sort(shares);
        return shares[shares.Length / 2];
    }
}
