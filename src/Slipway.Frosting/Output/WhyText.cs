using System.Text.Json;
using Slipway.Pipeline.Explanations;
using Slipway.Workspace.Affected;

namespace Slipway.Frosting.Output;

/// <summary>Why a stage would run or would not: for people, or as JSON.</summary>
internal static class WhyText
{
    // Enough to see what happened; the JSON has all.
    private const int Shown = 10;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static IEnumerable<string> Lines(Explanation answer)
    {
        yield return $"{answer.Node.Key} {Words(answer.Prospect)}: {answer.Because}.";
        foreach (var change in answer.Changes.Take(Shown))
        {
            yield return $"  {change.Name}{(change.Through.Length < 2 ? "" : $", through {string.Join(" and ", change.Through.Skip(1))}")}";
            yield return $"    then  {change.Then ?? "not there"}";
            yield return $"    now   {change.Now ?? "not there"}";
        }
        if (answer.Changes.Length > Shown) yield return $"  … and {answer.Changes.Length - Shown} more; --json prints them all";
        if (answer.Last?.Reason is { } reason) yield return $"It last ran because {reason}.";
    }

    public static string Json(IEnumerable<Explanation> answers) => JsonSerializer.Serialize(
        answers.Select(answer => new
        {
            Unit = answer.Node.Unit.ToString(),
            Stage = answer.Node.Stage.ToString(),
            Prospect = answer.Prospect.ToString().ToLowerInvariant(),
            answer.Because,
            Fingerprint = answer.Node.Fingerprint.ToString(),
            Changes = answer.Changes.Select(Json),
            LastExecutedAt = answer.Last?.ExecutedAt,
            LastReason = answer.Last?.Reason,
        }),
        Indented);

    private static object Json(InputChange change) => new { change.Name, change.Then, change.Now, Through = change.Through.Select(unit => unit.ToString()) };

    private static string Words(Prospect prospect) => prospect switch
    {
        Prospect.Replay => "would be replayed",
        Prospect.Skip => "would be skipped",
        _ => "would run",
    };
}
