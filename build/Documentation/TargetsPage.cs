using Slipway.Frosting;
using Slipway.Frosting.Graph;

namespace Slipway.Build.Documentation;

/// <summary>Every target, in the order in which the default one reaches them.</summary>
internal static class TargetsPage
{
    public static Page Of(TaskGraph graph)
    {
        var order = graph.Order(["Default"], exclusive: false).Concat(graph.Tasks).Distinct().ToArray();
        return new Page("targets.md", $"""
            # Targets

            `./build.sh --target=NAME` runs a target and what it depends on; without one, `Default`. Names are told apart ignoring case.

            {Rows(graph, order.Where(IsShipped))}

            ## In Slipway's own repository only

            {Rows(graph, order.Where(task => !IsShipped(task)))}
            """);
    }

    private static bool IsShipped(TaskNode task) => task.Type.Assembly == typeof(SlipwayHost).Assembly;

    // A dependency that only this repository adds (packing before restore) is no part of what a platform sees.
    private static string Rows(TaskGraph graph, IEnumerable<TaskNode> tasks) => Table.Of(
        ["target", "does", "stage", "depends on"],
        tasks.Select(task => (string?[])
        [
            $"`{task.Name}`",
            task.Description,
            task.StageName?.ToString(),
            string.Join(", ", graph.DependenciesOf(task).Where(other => IsShipped(other) || !IsShipped(task)).Select(other => other.Name)),
        ]));
}
