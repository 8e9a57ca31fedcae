using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Model.Stages;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>Reads the Common Test Report Format, which xunit and Microsoft.Testing.Platform write alike.</summary>
internal static partial class CtrfReport
{
    public static ImmutableArray<TestCase> Read(RunContext run, string suite, string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray().Select(test => Case(run, suite, test))];
    }

    private static TestCase Case(RunContext run, string suite, JsonElement test)
    {
        var trace = Text(test, "trace");
        var frame = trace is null ? null : Frames.Matches(trace).FirstOrDefault(match => IsOurs(run, match.Groups["file"].Value));
        var message = string.Join('\n', new[] { Text(test, "message"), trace }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new TestCase
        {
            Name = Text(test, "name") ?? "",
            Suite = suite,
            Outcome = Text(test, "status") switch
            {
                "passed" => TestOutcome.Passed,
                "skipped" or "pending" => TestOutcome.Skipped,
                _ => TestOutcome.Failed,
            },
            Duration = test.TryGetProperty("duration", out var duration) ? TimeSpan.FromMilliseconds(duration.GetDouble()) : TimeSpan.Zero,
            Message = message is "" ? null : message,
            File = (frame?.Groups["file"].Value ?? Text(test, "filePath")) is { } file ? run.Relative(file) : null,
            Line = frame is not null
                ? int.Parse(frame.Groups["line"].Value, CultureInfo.InvariantCulture)
                : test.TryGetProperty("line", out var line) && line.ValueKind == JsonValueKind.Number ? line.GetInt32() : null,
        };
    }

    // The first frame in the platform's own code is where a person looks first.
    private static bool IsOurs(RunContext run, string file) => !Path.IsPathRooted(run.Relative(file));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@" in (?<file>[^\r\n]+):line (?<line>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Frames { get; }
}
