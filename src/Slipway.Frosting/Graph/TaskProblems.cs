using System.Collections.Immutable;
using System.Reflection;
using Cake.Frosting;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Graph;

/// <summary>What can be wrong with a single task or a single edge.</summary>
internal static class TaskProblems
{
    public static Problem NotPublic(Type type) => new()
    {
        Code = Codes.TaskNotPublic,
        Message = $"The task {type.FullName} is not public, so Frosting would not see it.",
        Mend = "make the class public, and every class around it",
    };

    /// <summary>A task whose declared context the host's is not, however deep the declaration lies.</summary>
    public static Problem? Context(Type type, Type context)
    {
        if (DeclaredContext(type) is not { } declared)
        {
            return new Problem
            {
                Code = Codes.TaskWithoutBase,
                Message = $"The task {type.FullName} implements IFrostingTask by itself, which Frosting cannot run.",
                Mend = $"derive it from FrostingTask<{context.Name}> or AsyncFrostingTask<{context.Name}>",
            };
        }
        return declared.IsAssignableFrom(context) ? null : new Problem
        {
            Code = Codes.TaskContext,
            Message = $"The task {type.FullName} wants the context {declared.Name}, and this host has {context.Name}: Frosting would drop the task without an error.",
            Mend = $"derive it from FrostingTask<{context.Name}>",
        };
    }

    public static IEnumerable<Problem> Duplicates(ImmutableArray<TaskNode> nodes) => nodes
        .GroupBy(node => node.Name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => new Problem
        {
            Code = Codes.DuplicateTask,
            Message = $"{group.Count()} tasks have the name '{group.Key}': {string.Join(", ", group.Select(node => node.Type.FullName))}.",
            Mend = "give each a [TaskName] of its own; names are compared without regard to case",
        });

    /// <summary>Each dependency that is no task here, once, with everyone who needs it.</summary>
    public static IEnumerable<Problem> Missing(ImmutableArray<TaskNode> nodes)
    {
        var known = nodes.Select(node => node.Type).ToHashSet();
        var edges =
            from node in nodes
            from target in node.DependsOn.Concat(node.Type.GetCustomAttributes<IsDependeeOfAttribute>().Select(attribute => attribute.Task))
            where !known.Contains(target)
            select (node.Name, Target: target);
        return edges.GroupBy(edge => edge.Target, edge => edge.Name).Select(group => new Problem
        {
            Code = Codes.MissingDependency,
            Message = $"{string.Join(", ", group.Distinct().Select(name => $"'{name}'"))} {(group.Distinct().Count() == 1 ? "depends" : "depend")} on {group.Key.FullName}, which is no task of this host.",
            Mend = typeof(IFrostingTask).IsAssignableFrom(group.Key)
                ? $"make it public and not abstract, or add its assembly: SlipwayHost.Create().AddAssembly(typeof({group.Key.Name}).Assembly)"
                : "depend on a class that derives from FrostingTask",
        });
    }

    /// <summary>Attributes that name one task twice, which Cake refuses.</summary>
    public static IEnumerable<Problem> Repeated(ImmutableArray<TaskNode> nodes) =>
        from node in nodes
        from named in node.Type.GetCustomAttributes<IsDependentOnAttribute>().GroupBy(attribute => attribute.Task)
        where named.Count() > 1
        select new Problem
        {
            Code = Codes.RepeatedDependency,
            Message = $"'{node.Name}' names its dependency {named.Key.FullName} twice.",
            Mend = "take one of the two [IsDependentOn] away",
        };

    private static Type? DeclaredContext(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (!ancestor.IsConstructedGenericType) continue;
            var definition = ancestor.GetGenericTypeDefinition();
            if (definition == typeof(FrostingTask<>) || definition == typeof(AsyncFrostingTask<>)) return ancestor.GenericTypeArguments[0];
        }
        return null;
    }
}
