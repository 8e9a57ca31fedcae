using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting;

/// <summary>Hands the build's tasks to the engine.</summary>
internal sealed class TaskRegistration(ICakeEngine engine, IFrostingContext context, ICakeLog log, IEnumerable<IFrostingTask> tasks)
{
    public void Register()
    {
        foreach (var task in tasks)
        {
            var type = task.GetType();
            log.Debug("Registering task: {0}", type.TaskName());

            if (type.ContextType() is var wanted && wanted.IsInstanceOfType(context))
            {
                Register(task, type);
            }
            else
            {
                log.Warning("Task cannot be used since the context isn't convertible to {0}.", wanted.FullName!);
            }
        }
    }

    private void Register(IFrostingTask task, Type type)
    {
        var builder = engine.RegisterTask(type.TaskName());
        if (type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description is { } description && !string.IsNullOrWhiteSpace(description))
        {
            builder.Description(description);
        }

        AttachMembers(builder, task, type);
        AttachDependencies(builder, type);
    }

    private void AttachMembers(CakeTaskBuilder builder, IFrostingTask task, Type type)
    {
        var overrides = new TaskOverrides(type, context.GetType());
        if (overrides.Run)
        {
            builder.Does(task.RunAsync);
        }

        if (overrides.ShouldRun)
        {
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        }

        if (type.IsDefined(typeof(ContinueOnErrorAttribute), inherit: false))
        {
            builder.ContinueOnError();
        }

        if (overrides.OnError)
        {
            builder.OnError(exception => task.OnError(exception, context));
        }

        if (overrides.Finally)
        {
            builder.Finally(() => task.Finally(context));
        }
    }

    private static void AttachDependencies(CakeTaskBuilder builder, Type type)
    {
        foreach (var dependency in type.GetCustomAttributes<IsDependentOnAttribute>())
        {
            builder.IsDependentOn(NameOf(dependency.Task, "dependency"));
        }

        foreach (var dependee in type.GetCustomAttributes<IsDependeeOfAttribute>())
        {
            builder.IsDependeeOf(NameOf(dependee.Task, "reverse dependency"));
        }
    }

    private static string NameOf(Type task, string role)
        => task.IsAssignableTo(typeof(IFrostingTask))
            ? task.TaskName()
            : throw new FrostingException($"The {role} '{task.TaskName()}' is not a valid task.");
}
