using System.Collections.Immutable;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Frosting.Output;

/// <summary>Says once, below the table, what <c>in part</c> in it means: which check was not done in which stage, why, and for how many units.</summary>
internal static class SkippedCheckPrinter
{
    public static IEnumerable<string> Lines(ImmutableArray<NodeResult> results)
    {
        var skipped = results
            .SelectMany(result => result.Result.SkippedChecks.Distinct().Select(check => (result.Node.Stage, Check: check)))
            .GroupBy(item => item)
            .ToArray();
        if (skipped.Length == 0) return [];
        return ["", "In part, because a check could not be done:", .. skipped.Select(group => $"  {group.Key.Stage}  {group.Key.Check} ({Units(group.Count())})")];
    }

    private static string Units(int count) => count == 1 ? "1 unit" : $"{count} units";
}
