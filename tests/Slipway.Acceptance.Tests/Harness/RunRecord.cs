using System.Text.Json;

namespace Slipway.Acceptance.Tests.Harness;

/// <summary>What <c>artifacts/runs/*.json</c> says of a run.</summary>
internal sealed record RunRecord(IReadOnlyList<RunRecord.Result> Results)
{
    /// <summary>What was really done, as <c>services/catalog unit</c>.</summary>
    public IEnumerable<string> Executed => Results
        .Where(result => result is { Replayed: false, Outcome.Word: not "skipped" })
        .Select(result => $"{result.Unit} {result.Stage}");

    /// <summary>The record that a call of the launcher left, and what the call came to.</summary>
    public static Task<(Run Run, RunRecord Record)> OfAsync(ReferencePlatform platform, params string[] arguments) =>
        OfAsync(platform, () => platform.RunAsync(arguments));

    /// <summary>The record that a call left, whoever was called, and what the call came to.</summary>
    public static async Task<(Run Run, RunRecord Record)> OfAsync(ReferencePlatform platform, Func<Task<Run>> call)
    {
        // Asked is what a host does, so one has to be started.
        var stamps = Path.Combine(Repository.Root, "artifacts", "stamps");
        if (Directory.Exists(stamps)) Directory.Delete(stamps, recursive: true);
        var folder = Path.Combine(platform.Artifacts, "runs");
        HashSet<string> before = [.. Directory.Exists(folder) ? Directory.GetFiles(folder) : []];
        var run = await call();
        var file = Assert.Single(Directory.GetFiles(folder), file => !before.Contains(file));
        return (run, JsonSerializer.Deserialize<RunRecord>(await File.ReadAllBytesAsync(file), JsonSerializerOptions.Web)!);
    }

    internal sealed record Result(string Unit, string Stage, OutcomeWord Outcome, bool Replayed);

    internal sealed record OutcomeWord(string Word);
}
