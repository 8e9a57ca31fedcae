using System.Reflection;

namespace Cake.Frosting;

internal static class TaskNames
{
    /// <summary>The name that the engine knows a task by: what its attribute says, else the class's own name.</summary>
    public static string TaskName(this Type task)
        => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;
}
