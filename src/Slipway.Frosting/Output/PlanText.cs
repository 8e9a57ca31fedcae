using System.Collections.Immutable;
using Slipway.Frosting.Graph;
using Slipway.Pipeline.Plans;

namespace Slipway.Frosting.Output;

/// <summary>A plan in one line for each task: how many units run, which an earlier run stands for, and at the end who is skipped and why.</summary>
internal static class PlanText
{
    // More names than these make a line that nobody reads.
    private const int Named = 3;

    public static IEnumerable<string> Lines(
        IEnumerable<string> targets, ImmutableArray<TaskNode> order, Plan? plan, ImmutableHashSet<NodeKey> replays)
    {
        yield return $"Dry run of {string.Join(", ", targets)}{(plan is null ? "" : $" on the platform {plan.Platform.Name}, {Units(plan.Units.Length)}")}: nothing runs.";
        yield return "";
        var width = order.Max(task => task.Name.Length);
        for (var index = 0; index < order.Length; index++)
        {
            var work = plan is not null && order[index].StageName is { } stage ? Work([.. plan.NodesOf(stage)], replays) : "";
            yield return $"{index + 1,4}. {order[index].Name.PadRight(width)}  {work}".TrimEnd();
        }
        foreach (var line in Skips(plan)) yield return line;
    }

    private static IEnumerable<string> Skips(Plan? plan)
    {
        var skips = plan?.Nodes.Where(node => node.SkipReason is not null).GroupBy(node => (node.Stage, node.SkipReason)).ToArray() ?? [];
        if (skips.Length == 0) yield break;
        yield return "";
        yield return "Skipped:";
        var width = skips.Max(skip => skip.Key.Stage.ToString().Length);
        foreach (var skip in skips)
        {
            yield return $"      {skip.Key.Stage.ToString().PadRight(width)}  {Names([.. skip])}: {skip.Key.SkipReason}";
        }
    }

    private static string Work(ImmutableArray<PlanNode> nodes, ImmutableHashSet<NodeKey> replays)
    {
        ImmutableArray<PlanNode> runs = [.. nodes.Where(node => node.SkipReason is null && !replays.Contains(node.Key))];
        var names = runs.Length <= Named && runs.Length < nodes.Length ? $" ({Names(runs)})" : "";
        var parts = new (int Count, string Text)[]
        {
            (runs.Length, $"to run{names}"),
            (nodes.Count(node => replays.Contains(node.Key)), "replayed"),
            (nodes.Count(node => node.SkipReason is not null), "skipped"),
        };
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Text}"));
    }

    private static string Names(ImmutableArray<PlanNode> nodes) => string.Join(", ", nodes.Select(node => node.Unit));

    private static string Units(int count) => count == 1 ? "1 unit" : $"{count} units";
}
