using System.Diagnostics;
using System.Runtime.Versioning;

namespace Slipway.Machine.Processes;

/// <summary>A process and everything it started.</summary>
internal sealed class ProcessTree(Process root)
{
    private static readonly TimeSpan _killLimit = TimeSpan.FromSeconds(10);
    private readonly HashSet<ProcessStamp> _seen = [];

    public int Root { get; } = root.Id;

    /// <summary>Sends the signal to all, waits for the grace, kills what is left, and returns when all are gone.</summary>
    public async Task EndAsync(int signal, TimeSpan grace)
    {
        if (!OperatingSystem.IsLinux())
        {
            if (!root.HasExited) root.Kill(entireProcessTree: true);
            return;
        }

        if (grace > TimeSpan.Zero && await GoneAsync(signal, grace, once: true).ConfigureAwait(false)) return;
        if (!await GoneAsync(Signals.Kill, _killLimit, once: false).ConfigureAwait(false))
            throw new InvalidOperationException($"Processes of {Root} survive SIGKILL: the kernel holds them.");
    }

    [SupportedOSPlatform("linux")]
    private async Task<bool> GoneAsync(int signal, TimeSpan limit, bool once)
    {
        var watch = Stopwatch.StartNew();
        var told = new HashSet<ProcessStamp>();
        while (true)
        {
            var alive = Alive();
            if (alive.Count == 0) return true;
            if (watch.Elapsed > limit) return false;
            foreach (var process in alive)
            {
                if (told.Add(process) || !once) Signals.Send(process.Id, signal);
            }
            await Task.Delay(10).ConfigureAwait(false);
        }
    }

    // What has once been seen in the tree stays in it, also after its parent died and it left the session.
    [SupportedOSPlatform("linux")]
    private List<ProcessStamp> Alive()
    {
        var table = ProcessTable.Read();
        lock (_seen)
        {
            _seen.UnionWith(table.TreeOf(Root, Session.IsOwn));
            return [.. _seen.Where(table.IsAlive)];
        }
    }
}
