using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Graph;

/// <summary>Finds every circle of dependencies, whether a target reaches it or not, and writes it as <c>a -> b -> a</c>.</summary>
internal static class TaskCycles
{
    public static IEnumerable<Problem> Find(ImmutableArray<TaskNode> nodes)
    {
        var byType = nodes.ToDictionary(node => node.Type);
        var finished = new HashSet<Type>();
        var problems = new List<Problem>();
        foreach (var node in nodes) Visit(node, []);
        return problems;

        void Visit(TaskNode node, ImmutableList<TaskNode> path)
        {
            var start = path.FindIndex(other => other.Type == node.Type);
            if (start >= 0)
            {
                problems.Add(Circle(path.GetRange(start, path.Count - start)));
                return;
            }
            if (finished.Contains(node.Type)) return;
            foreach (var dependency in node.DependsOn) Visit(byType[dependency], path.Add(node));
            finished.Add(node.Type);
        }
    }

    private static Problem Circle(ImmutableList<TaskNode> circle) => new()
    {
        Code = Codes.CircularDependency,
        Message = $"Tasks depend on each other in a circle: {string.Join(" -> ", circle.Append(circle[0]).Select(node => node.Name))}.",
        Mend = "take one of these dependencies away",
    };
}
