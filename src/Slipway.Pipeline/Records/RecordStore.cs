using System.Collections.Concurrent;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Records;

/// <summary>The last record of every (unit, stage) of this checkout. It vouches for what lies on this disk now, and for nothing else.</summary>
internal sealed class RecordStore(ArtifactPaths paths)
{
    // Each is read once in a run: first for how long it took, then for whether it stands.
    private readonly ConcurrentDictionary<NodeKey, StageRecord?> _read = [];

    /// <summary>Whether a record is that of a success on the node's very inputs.</summary>
    public static bool IsOf(PlanNode node, StageRecord record) =>
        record.Fingerprint == node.Fingerprint && record.Result.Outcome is not StageOutcome.Failed;

    /// <summary>The last record of every node that has one, whatever it came to.</summary>
    public IReadOnlyDictionary<NodeKey, StageRecord> ReadAll(IEnumerable<NodeKey> nodes)
    {
        var records = new ConcurrentDictionary<NodeKey, StageRecord>();
        Parallel.ForEach(nodes, node =>
        {
            if (Last(node) is { } record) records[node] = record;
        });
        return records;
    }

    /// <summary>The record of an earlier success on the very same inputs, or null.</summary>
    public StageRecord? Find(PlanNode node) => Last(node.Key) is { } record && IsOf(node, record) ? record : null;

    /// <summary>The record that stands for running the stage again, or null where it has to run.</summary>
    public StageRecord? FindStanding(PlanNode node, Stage stage, StageContext context) =>
        stage.Replayable && Find(node) is { } record && stage.OutputsInPlace(context, record.Result) ? record : null;

    /// <summary>Drops a record before its stage runs again, so that a run that is killed leaves none behind.</summary>
    public void Forget(NodeKey key)
    {
        _read.TryRemove(key, out _);
        File.Delete(Existing(paths.Record(key.Unit, key.Stage)));
    }

    public void Write(StageRecord record)
    {
        AtomicFile.WriteAllText(Existing(paths.Record(record.Unit, record.Stage)), JsonSerializer.Serialize(record, RecordJson.Options));
        _read.TryRemove(new NodeKey(record.Unit, record.Stage), out _);
    }

    /// <summary>What the last execution left, whatever became of it; null where there is none.</summary>
    public StageRecord? Last(NodeKey key) => _read.GetOrAdd(key, static (key, paths) => Read(paths.Record(key.Unit, key.Stage)), paths);

    private static string Existing(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    // A record that cannot be read is no record: the stage runs again.
    private static StageRecord? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<StageRecord>(File.ReadAllBytes(path), RecordJson.Options) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
