using Cake.Core;

namespace Cake.Frosting;

internal static class TaskContext
{
    /// <summary>
    /// The context that a task asks for. Cake reads it off the immediate base class only: behind a base class of the
    /// build's own it takes the task for one that is content with <see cref="ICakeContext"/>.
    /// </summary>
    public static Type ContextType(this Type task)
        => task.BaseType is { IsConstructedGenericType: true } parent && IsOfFrosting(parent.GetGenericTypeDefinition())
            ? parent.GenericTypeArguments[0]
            : typeof(ICakeContext);

    private static bool IsOfFrosting(Type definition)
        => definition == typeof(FrostingTask<>) || definition == typeof(AsyncFrostingTask<>);
}
