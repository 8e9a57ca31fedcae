using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Runs;

/// <summary><c>artifacts/runs/&lt;invocation&gt;.json</c>: what was asked for, and what every (unit, stage) of the run came to.</summary>
public sealed record RunSummary
{
    public required Guid Invocation { get; init; }

    public required string Platform { get; init; }

    public required string Builder { get; init; }

    public SourceRevision? Revision { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    public required RunRequest Request { get; init; }

    /// <summary>Whether nothing failed and everything was reached, the tasks that are no stages included.</summary>
    public required bool Passed { get; init; }

    public required ImmutableArray<RunSummaryEntry> Results { get; init; }

    /// <summary>The units of which something failed or was not reached, in the plan's order.</summary>
    public IEnumerable<UnitId> UnfinishedUnits() => Results.Where(entry => entry.IsUnfinished).Select(entry => entry.Unit).Distinct();

    /// <summary>The summary of the run that ended last in this checkout; null where there is none that can be read.</summary>
    public static RunSummary? Last(ArtifactPaths paths)
    {
        var folder = new DirectoryInfo(paths.RunSummaries);
        if (!folder.Exists) return null;
        return folder.EnumerateFiles("*.json").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => Read(file.FullName)).FirstOrDefault(run => run is not null);
    }

    internal static RunSummary Of(PipelineRun run, RunContext context, RunRequest request)
    {
        ImmutableArray<RunSummaryEntry> results = [.. run.Results.Select(Entry)];
        return new()
        {
            Invocation = context.Invocation,
            Platform = context.Platform.Name,
            Builder = context.Builder,
            Revision = context.Revision,
            EndedAt = context.Time.GetUtcNow(),
            Request = request,
            Passed = !run.Broken && !results.Any(entry => entry.IsUnfinished),
            Results = results,
        };
    }

    internal void Write(ArtifactPaths paths)
    {
        Directory.CreateDirectory(paths.RunSummaries);
        AtomicFile.WriteAllText(paths.RunSummary(Invocation), JsonSerializer.Serialize(this, RecordJson.Options));
    }

    private static RunSummaryEntry Entry(NodeResult result) => new()
    {
        Unit = result.Node.Unit,
        Stage = result.Node.Stage,
        Fingerprint = result.Node.Fingerprint,
        Outcome = result.Result.Outcome,
        Replayed = result.Replayed,
        NotReached = result.NotReached,
        Flaky = result.Result.Tests.Count(test => test.Outcome == TestOutcome.Flaky) is > 0 and var flaky ? flaky : null,
        SkippedChecks = result.Result.SkippedChecks is { IsEmpty: false } skipped ? skipped : null,
        Seconds = Math.Round(result.Duration.TotalSeconds, 3),
    };

    // What an older Slipway wrote, or half a file, tells nothing.
    private static RunSummary? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunSummary>(File.ReadAllBytes(path), RecordJson.Options);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
