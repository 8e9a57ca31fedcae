namespace Cake.Frosting;

/// <summary>Which members a task overrides. The engine treats a task without a body, or with a criterion, differently.</summary>
internal sealed class TaskOverrides(Type task, Type context)
{
    public bool Run { get; } = BodyOf(task) switch
    {
        { } body => Overrides(task, body, context),
        null => throw new InvalidOperationException(
            $"This method expects all {nameof(IFrostingTask)} to be instances of {nameof(FrostingTask)} or {nameof(AsyncFrostingTask)}."),
    };

    public bool ShouldRun { get; } = Overrides(task, nameof(IFrostingTask.ShouldRun), context);

    public bool OnError { get; } = Overrides(task, nameof(IFrostingTask.OnError), typeof(Exception), context);

    public bool Finally { get; } = Overrides(task, nameof(IFrostingTask.Finally), context);

    private static string? BodyOf(Type task)
    {
        for (var type = task; type is not null; type = type.BaseType)
        {
            if (!type.IsConstructedGenericType)
            {
                continue;
            }

            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(FrostingTask<>))
            {
                return nameof(FrostingTask.Run);
            }

            if (definition == typeof(AsyncFrostingTask<>))
            {
                return nameof(AsyncFrostingTask.RunAsync);
            }
        }

        return null;
    }

    // There is no such method where a base class hides a context that does not fit. The package fails on that too, and no better.
    private static bool Overrides(Type task, string name, params Type[] parameters)
    {
        var method = task.GetMethod(name, parameters)!;
        return method.GetBaseDefinition().DeclaringType != method.DeclaringType;
    }
}
