using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Graph;

/// <summary>Finds every circle of dependencies, whether a target reaches it or not, and writes it as <c>a -> b -> a</c>.</summary>
internal static class TaskCycles
{
    // A tangle of tasks can hold more circles than anybody could read; taking these away shows the next.
    private const int Most = 25;

    public static IEnumerable<Problem> Find(ImmutableArray<TaskNode> nodes) =>
        Enumerable.Range(0, nodes.Length).SelectMany(first => From(nodes[first..])).Take(Most).Select(Circle);

    // Each circle is found once: from the first of its tasks, along tasks that come after that one.
    private static IEnumerable<ImmutableList<TaskNode>> From(ImmutableArray<TaskNode> nodes)
    {
        var start = nodes[0];
        var leadingBack = LeadingBackToFirst(nodes);
        return Extend([start]);

        IEnumerable<ImmutableList<TaskNode>> Extend(ImmutableList<TaskNode> path)
        {
            foreach (var next in path[^1].DependsOn)
            {
                if (next == start.Type) yield return path;
                else if (leadingBack.TryGetValue(next, out var task) && !path.Contains(task))
                {
                    foreach (var circle in Extend(path.Add(task))) yield return circle;
                }
            }
        }
    }

    private static Dictionary<Type, TaskNode> LeadingBackToFirst(ImmutableArray<TaskNode> nodes)
    {
        Dictionary<Type, TaskNode> found = [];
        for (var before = -1; before < found.Count;)
        {
            before = found.Count;
            foreach (var node in nodes.Where(node => node.DependsOn.Any(next => next == nodes[0].Type || found.ContainsKey(next))))
                found[node.Type] = node;
        }
        return found;
    }

    private static Problem Circle(ImmutableList<TaskNode> circle) => new()
    {
        Code = Codes.CircularDependency,
        Message = $"Tasks depend on each other in a circle: {string.Join(" -> ", circle.Append(circle[0]).Select(node => node.Name))}.",
        Mend = "take one of these dependencies away",
    };
}
