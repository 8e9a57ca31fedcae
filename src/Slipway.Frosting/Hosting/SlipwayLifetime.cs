using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Slipway.Frosting.Hosting;

/// <summary>Begins the run at Cake's setup and ends it at its teardown, whatever happened in between.</summary>
public sealed class SlipwayLifetime(HostSession session) : FrostingLifetime<SlipwayContext>
{
    public override void Setup(SlipwayContext context, ISetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        session.Printer.Verbose = context.Log.Verbosity >= Verbosity.Verbose;
        try
        {
            session.BeginAsync(info.TasksToExecute.Select(task => task.Name)).GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            session.Failure = exception;
            session.FailedToBegin = true;
            throw;
        }
    }

    public override void Teardown(SlipwayContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (!info.Successful) session.Cancel();
        session.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
