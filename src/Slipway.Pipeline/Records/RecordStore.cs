using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Records;

/// <summary>The last record of every (unit, stage) of this checkout. It vouches for what lies on this disk now, and for nothing else.</summary>
internal sealed class RecordStore(ArtifactPaths paths)
{
    private readonly ConcurrentDictionary<UnitId, UnitRecords> _units = [];

    /// <summary>Whether a record is that of a success on the node's very inputs.</summary>
    public static bool IsOf(PlanNode node, StageRecord record) =>
        record.Fingerprint == node.Fingerprint && record.Result.Outcome is not StageOutcome.Failed;

    /// <summary>The last record of every node that has one, whatever it came to.</summary>
    public IReadOnlyDictionary<NodeKey, StageRecord> ReadAll(IEnumerable<NodeKey> nodes)
    {
        var keys = nodes.ToArray();
        var last = new StageRecord?[keys.Length];
        Parallel.For(0, keys.Length, index => last[index] = Last(keys[index]));
        var records = new Dictionary<NodeKey, StageRecord>();
        for (var index = 0; index < keys.Length; index++) if (last[index] is { } record) records[keys[index]] = record;
        return records;
    }

    /// <summary>The record of an earlier success on the very same inputs, or null.</summary>
    public StageRecord? Find(PlanNode node) => Last(node.Key) is { } record && IsOf(node, record) ? record : null;

    /// <summary>The record that stands for running the stage again, or null where it has to run.</summary>
    public StageRecord? FindStanding(PlanNode node, Stage stage, StageContext context) =>
        stage.Replayable && Find(node) is { } record && stage.OutputsInPlace(context, record.Result) ? record : null;

    /// <summary>Drops a record before its stage runs again, so that a run that is killed leaves none behind.</summary>
    public void Forget(NodeKey key) => Of(key.Unit).Forget(key.Stage);

    public void Write(StageRecord record) => Of(record.Unit).Write(record);

    /// <summary>What the last execution left, whatever became of it; null where there is none.</summary>
    public StageRecord? Last(NodeKey key) => Of(key.Unit).Last(key.Stage);

    /// <summary>The inputs that a record is about, so that what changed since can be told by name; null where they are not known any more.</summary>
    public ImmutableArray<Input>? FindInputs(UnitId unit, string digest) => Of(unit).FindInputs(digest);

    public void KeepInputs(UnitId unit, string digest, Func<ImmutableArray<Input>> inputs) => Of(unit).KeepInputs(digest, inputs);

    private UnitRecords Of(UnitId unit) => _units.GetOrAdd(unit, static (unit, paths) => new(paths.Records(unit)), paths);
}
