using Cake.Core;
using Cake.Core.Diagnostics;

namespace Slipway.Frosting.Hosting;

/// <summary>Cake's own execution strategy, which also tells the session when a task has ended, and with which exception.</summary>
internal sealed class SlipwayStrategy(ICakeLog log, ICakeReportPrinter printer, HostSession session) : IExecutionStrategy
{
    private readonly DefaultExecutionStrategy _cake = new(log, printer);
    private string? _current;

    public async Task ExecuteAsync(CakeTask task, ICakeContext context)
    {
        _current = task.Name;
        try
        {
            session.KeptGoing.ThrowFor(task.Name);
            await _cake.ExecuteAsync(task, context);
        }
        catch (Exception exception) when (GoesOn(task))
        {
            session.KeptGoing.Add(task.Name, exception);
        }
        catch (Exception exception)
        {
            session.Failure = exception;
            throw;
        }
        session.Ended(task.Name);
    }

    // A task that handles its own failure keeps Cake's way of it.
    private bool GoesOn(CakeTask task) =>
        session.Arguments.KeepGoing && !session.CancellationToken.IsCancellationRequested
        && task.ErrorHandler is null && session.Graph.Find(task.Name) is { Stage: not null };

    public void PerformSetup(Action<ISetupContext> action, ISetupContext context) => _cake.PerformSetup(action, context);

    public void PerformTeardown(Action<ITeardownContext> action, ITeardownContext teardownContext) => _cake.PerformTeardown(action, teardownContext);

    public void Skip(CakeTask task, CakeTaskCriteria criteria)
    {
        _cake.Skip(task, criteria);
        session.Ended(task.Name);
    }

    public Task ReportErrorsAsync(Func<Exception, Task> action, Exception exception) => _cake.ReportErrorsAsync(action, exception);

    // Comes back only where the task forgives its own failure; then the run goes on.
    public async Task HandleErrorsAsync(Func<Exception, ICakeContext, Task> action, Exception exception, ICakeContext context)
    {
        await _cake.HandleErrorsAsync(action, exception, context);
        session.Failure = null;
        if (_current is not null) session.Ended(_current);
    }

    public Task InvokeFinallyAsync(Func<ICakeContext, Task> action, ICakeContext context) => _cake.InvokeFinallyAsync(action, context);

    public void PerformTaskSetup(Action<ITaskSetupContext> action, ITaskSetupContext taskSetupContext) =>
        _cake.PerformTaskSetup(action, taskSetupContext);

    public void PerformTaskTeardown(Action<ITaskTeardownContext> action, ITaskTeardownContext taskTeardownContext) =>
        _cake.PerformTaskTeardown(action, taskTeardownContext);
}
