using System.Collections.Immutable;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Frosting.Output;

/// <summary>Says once, below the table, what <c>in part</c> in it means: which check was not done in which stage, why, and for how many units.</summary>
internal static class SkippedCheckPrinter
{
    public static void Print(ImmutableArray<NodeResult> results)
    {
        var skipped = results
            .SelectMany(result => result.Result.SkippedChecks.Distinct().Select(check => (result.Node.Stage, Check: check)))
            .GroupBy(item => item)
            .ToArray();
        if (skipped.Length == 0) return;
        Painter.Line();
        Painter.Line("In part, because a check could not be done:", "yellow");
        foreach (var group in skipped) Painter.Line($"  {group.Key.Stage}  {group.Key.Check} ({Units(group.Count())})", "yellow");
    }

    private static string Units(int count) => count == 1 ? "1 unit" : $"{count} units";
}
