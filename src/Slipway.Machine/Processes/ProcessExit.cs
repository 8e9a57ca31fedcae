using System.Diagnostics;

namespace Slipway.Machine.Processes;

internal static class ProcessExit
{
    /// <summary>
    /// Waits for the process alone. <see cref="Process.WaitForExitAsync"/> would wait for the end of its output as well, which a
    /// grandchild can hold open for ever.
    /// </summary>
    public static async Task WaitForExitOnlyAsync(this Process process)
    {
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => exited.TrySetResult();
        if (process.HasExited) exited.TrySetResult();
        await exited.Task.ConfigureAwait(false);
    }
}
