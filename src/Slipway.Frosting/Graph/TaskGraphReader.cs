using System.Collections.Immutable;
using System.Reflection;
using Cake.Frosting;
using Slipway.Frosting.Tasks;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Graph;

/// <summary>
/// Reads the tasks of some assemblies, and reports everything that is wrong with them together. Frosting by itself drops a task with
/// the wrong context, does not see one that is not public, and finds a circle only when a target reaches it.
/// </summary>
internal static class TaskGraphReader
{
    /// <param name="context">The type of the host's context, which every task's must be assignable from.</param>
    /// <exception cref="BadInputException">Every problem of the whole graph.</exception>
    public static TaskGraph Read(IEnumerable<Assembly> assemblies, Type context)
    {
        var types = assemblies.Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsClass: true } && typeof(IFrostingTask).IsAssignableFrom(type))
            .ToImmutableArray();
        var visible = types.Where(type => type.IsVisible).ToImmutableArray();
        var registered = visible.Select(type => Node(type, visible)).ToImmutableArray();
        var nodes = registered.OrderBy(node => node.Name, StringComparer.OrdinalIgnoreCase).ToImmutableArray();

        List<Problem> problems =
        [
            .. types.Except(visible).Select(TaskProblems.NotPublic),
            .. visible.Select(type => TaskProblems.Context(type, context)).OfType<Problem>(),
            .. TaskProblems.Duplicates(nodes),
            .. TaskProblems.Missing(nodes),
            .. TaskProblems.Repeated(nodes),
        ];
        if (problems.Count == 0) problems.AddRange(TaskCycles.Find(nodes));
        return problems.Count == 0 ? new TaskGraph(registered) : throw new BadInputException(problems);
    }

    public static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;

    private static TaskNode Node(Type type, ImmutableArray<Type> all)
    {
        var forward = type.GetCustomAttributes<IsDependentOnAttribute>().Select(attribute => attribute.Task);
        var reverse = all.Where(other => other.GetCustomAttributes<IsDependeeOfAttribute>().Any(attribute => attribute.Task == type));
        return new TaskNode
        {
            Name = NameOf(type),
            Description = type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description,
            Type = type,
            DependsOn = [.. forward.Concat(reverse).Distinct()],
            Stage = StageTask.StageOf(type),
        };
    }
}
