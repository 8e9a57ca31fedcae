using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model.Stages;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Reports;

/// <summary>Writes what a stage gave as JSON, and as JUnit or SARIF where it holds tests or findings.</summary>
internal sealed class ReportWriter(ArtifactPaths paths)
{
    public void Write(StageRecord record)
    {
        Write(record, ".json", JsonSerializer.Serialize(record, RecordJson.Options));
        if (!record.Result.Tests.IsEmpty) Write(record, ".junit.xml", JUnitReport.Write(record));
        if (record.Result.Outcome is not StageOutcome.Skipped && record.Result.Tests.IsEmpty) Write(record, ".sarif", SarifReport.Write(record));
    }

    private void Write(StageRecord record, string extension, string text)
    {
        var path = paths.Report(record.Unit, record.Stage, extension);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteAllText(path, text);
    }
}
