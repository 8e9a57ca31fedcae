using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Reports;

/// <summary>Writes what a stage gave as JSON, and as JUnit or SARIF where it holds tests or findings.</summary>
internal sealed class ReportWriter(ArtifactPaths paths)
{
    /// <summary>Drops what an earlier run reported, so that a stage that breaks leaves no old verdict behind for a CI system to collect.</summary>
    public void Forget(NodeKey key)
    {
        foreach (var extension in (string[])[".json", ".junit.xml", ".sarif"])
        {
            var path = paths.Report(key.Unit, key.Stage, extension);
            if (File.Exists(path)) File.Delete(path);
        }
    }

    public void Write(StageRecord record)
    {
        AtomicFile.WriteAllText(paths.Report(record.Unit, record.Stage, ".json"), Json(record));
        if (!record.Result.Tests.IsEmpty) AtomicFile.WriteAllText(paths.Report(record.Unit, record.Stage, ".junit.xml"), JUnitReport.Write(record));
        else if (record.Result.Outcome is not StageOutcome.Skipped) AtomicFile.WriteAllText(paths.Report(record.Unit, record.Stage, ".sarif"), SarifReport.Write(record));
    }

    public static string Json(StageRecord record) => JsonSerializer.Serialize(record, RecordJson.Options);
}
