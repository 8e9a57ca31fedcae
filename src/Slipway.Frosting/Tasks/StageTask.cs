using Cake.Core;
using Cake.Frosting;
using Slipway.Pipeline.Stages;

namespace Slipway.Frosting.Tasks;

/// <summary>A Frosting task that stands for a stage. The scheduler runs it, often ahead of time; the task awaits and prints it.</summary>
public abstract class StageTask : AsyncFrostingTask
{
    private protected StageTask()
    {
    }

    /// <summary>The stage of a task's type, or null for a task that is not a stage.</summary>
    internal static Stage? StageOf(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsConstructedGenericType && ancestor.GetGenericTypeDefinition() == typeof(StageTask<>))
                return (Stage)Activator.CreateInstance(ancestor.GenericTypeArguments[0])!;
        }
        return null;
    }
}

/// <summary>The task of one stage: a name, a description, what it depends on, and no body of its own.</summary>
/// <typeparam name="TStage">The stage that it stands for.</typeparam>
public abstract class StageTask<TStage> : StageTask
    where TStage : Stage, new()
{
    public sealed override Task RunAsync(ICakeContext context) => ((SlipwayContext)context).AwaitStageAsync(new TStage().Name);
}
