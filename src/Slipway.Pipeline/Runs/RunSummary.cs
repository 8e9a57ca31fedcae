using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Pipeline.Records;

namespace Slipway.Pipeline.Runs;

/// <summary><c>artifacts/runs/&lt;invocation&gt;.json</c>: what every (unit, stage) of one run came to.</summary>
internal static class RunSummary
{
    public static void Write(PipelineRun run, RunContext context)
    {
        var path = context.Paths.RunSummary(context.Invocation);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var summary = new
        {
            context.Invocation,
            Platform = context.Platform.Name,
            context.Builder,
            context.Revision,
            Results = run.Results.Select(result => new
            {
                result.Node.Unit,
                result.Node.Stage,
                result.Node.Fingerprint,
                result.Result.Outcome,
                result.Replayed,
                SkippedChecks = result.Result.SkippedChecks.IsEmpty ? null : result.Result.SkippedChecks.ToArray(),
                Seconds = Math.Round(result.Duration.TotalSeconds, 3),
            }),
        };
        AtomicFile.WriteAllText(path, JsonSerializer.Serialize(summary, RecordJson.Options));
    }
}
