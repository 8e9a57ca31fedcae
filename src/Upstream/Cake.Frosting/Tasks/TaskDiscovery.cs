using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>A task is a public, concrete class; one that is not public does not exist for Cake.</summary>
internal static class TaskDiscovery
{
    public static void AddTasksOf(this IServiceCollection services, IEnumerable<Assembly> assemblies)
    {
        foreach (var task in assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsTask))
        {
            services.AddSingleton(typeof(IFrostingTask), task);
        }
    }

    private static bool IsTask(Type type)
        => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask));
}
