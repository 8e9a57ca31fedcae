namespace Slipway.Frosting.Graph;

/// <summary>Every task that nobody depends on with what it needs, as a tree; what was already drawn is named and not drawn again.</summary>
internal static class TaskTree
{
    public static IEnumerable<string> Lines(TaskGraph graph)
    {
        var needed = graph.Tasks.SelectMany(graph.DependenciesOf).ToHashSet();
        var roots = graph.Tasks.Where(task => !needed.Contains(task))
            .OrderByDescending(task => string.Equals(task.Name, "Default", StringComparison.OrdinalIgnoreCase))
            .ThenBy(task => task.Name, StringComparer.OrdinalIgnoreCase);
        var drawn = new HashSet<TaskNode>();
        foreach (var root in roots)
        {
            yield return root.Name;
            drawn.Add(root);
            foreach (var line in Below(graph, root, "", drawn)) yield return line;
        }
    }

    private static IEnumerable<string> Below(TaskGraph graph, TaskNode task, string indent, HashSet<TaskNode> drawn)
    {
        var dependencies = graph.DependenciesOf(task).ToArray();
        for (var index = 0; index < dependencies.Length; index++)
        {
            var last = index == dependencies.Length - 1;
            var dependency = dependencies[index];
            var first = drawn.Add(dependency);
            var elided = !first && !dependency.DependsOn.IsEmpty;
            yield return $"{indent}{(last ? "└─" : "├─")}{dependency.Name}{(elided ? " (above)" : "")}";
            if (!first) continue;
            foreach (var line in Below(graph, dependency, indent + (last ? "  " : "│ "), drawn)) yield return line;
        }
    }
}
