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
    /// <summary>The record of an earlier success on the very same inputs, or null.</summary>
    public StageRecord? Find(PlanNode node)
    {
        if (Read(paths.Record(node.Unit, node.Stage)) is not { } record) return null;
        return record.Fingerprint == node.Fingerprint && record.Result.Outcome is not StageOutcome.Failed ? record : null;
    }

    /// <summary>What the last execution left, whatever became of it; null where there is none.</summary>
    public StageRecord? Last(NodeKey key) => Read(paths.Record(key.Unit, key.Stage));

    /// <summary>The record that stands for running the stage again, or null where it has to run.</summary>
    public StageRecord? FindStanding(PlanNode node, Stage stage, StageContext context) =>
        stage.Replayable && Find(node) is { } record && stage.OutputsInPlace(context, record.Result) ? record : null;

    /// <summary>Drops a record before its stage runs again, so that a run that is killed leaves none behind.</summary>
    public void Forget(NodeKey key) => File.Delete(Existing(paths.Record(key.Unit, key.Stage)));

    public void Write(StageRecord record) => AtomicFile.WriteAllText(
        Existing(paths.Record(record.Unit, record.Stage)), JsonSerializer.Serialize(record, RecordJson.Options));

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
