using System.Text.Json;

namespace Slipway.Templates.Tests;

/// <summary>What <c>artifacts/runs/*.json</c> of a platform says.</summary>
internal static class RunRecord
{
    public static IReadOnlyList<string> Files(string root) => Directory.GetFiles(Path.Combine(root, "artifacts", "runs"));

    /// <summary>The stages that did something of any unit, neither replayed nor skipped.</summary>
    public static IReadOnlyList<string> Executed(string file)
    {
        using var record = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. record.RootElement.GetProperty("results").EnumerateArray()
                .Where(result => !result.GetProperty("replayed").GetBoolean() && result.GetProperty("outcome").GetProperty("word").GetString() != "skipped")
                .Select(result => result.GetProperty("stage").GetString()!)
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }
}
