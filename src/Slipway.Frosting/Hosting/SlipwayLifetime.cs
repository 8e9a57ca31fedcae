using Cake.Core;
using Cake.Frosting;

namespace Slipway.Frosting.Hosting;

/// <summary>Begins the run at Cake's setup and ends it at its teardown, whatever happened in between.</summary>
public sealed class SlipwayLifetime(HostSession session) : FrostingLifetime<SlipwayContext>
{
    public override void Setup(SlipwayContext context, ISetupContext info)
    {
        ArgumentNullException.ThrowIfNull(info);
        session.Begin(info.TasksToExecute.Select(task => task.Name));
    }

    public override void Teardown(SlipwayContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (!info.Successful) session.Cancel();
        session.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
