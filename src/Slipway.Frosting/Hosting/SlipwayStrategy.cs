using Cake.Core;
using Cake.Core.Diagnostics;

namespace Slipway.Frosting.Hosting;

/// <summary>Cake's own execution strategy, which also tells the session when a task has ended, and with which exception.</summary>
internal sealed class SlipwayStrategy(ICakeLog log, ICakeReportPrinter printer, HostSession session) : IExecutionStrategy
{
    private readonly DefaultExecutionStrategy _cake = new(log, printer);

    public async Task ExecuteAsync(CakeTask task, ICakeContext context)
    {
        try
        {
            await _cake.ExecuteAsync(task, context);
        }
        catch (Exception exception)
        {
            session.Fail(exception);
            throw;
        }
        await session.EndedAsync(task.Name);
    }

    public void PerformSetup(Action<ISetupContext> action, ISetupContext context) => _cake.PerformSetup(action, context);

    public void PerformTeardown(Action<ITeardownContext> action, ITeardownContext teardownContext) => _cake.PerformTeardown(action, teardownContext);

    public void Skip(CakeTask task, CakeTaskCriteria criteria)
    {
        _cake.Skip(task, criteria);
        session.EndedAsync(task.Name).GetAwaiter().GetResult();
    }

    public Task ReportErrorsAsync(Func<Exception, Task> action, Exception exception) => _cake.ReportErrorsAsync(action, exception);

    public Task HandleErrorsAsync(Func<Exception, ICakeContext, Task> action, Exception exception, ICakeContext context) =>
        _cake.HandleErrorsAsync(action, exception, context);

    public Task InvokeFinallyAsync(Func<ICakeContext, Task> action, ICakeContext context) => _cake.InvokeFinallyAsync(action, context);

    public void PerformTaskSetup(Action<ITaskSetupContext> action, ITaskSetupContext taskSetupContext) =>
        _cake.PerformTaskSetup(action, taskSetupContext);

    public void PerformTaskTeardown(Action<ITaskTeardownContext> action, ITaskTeardownContext taskTeardownContext) =>
        _cake.PerformTaskTeardown(action, taskTeardownContext);
}
