using System.Diagnostics;
using System.Runtime.Versioning;

namespace Slipway.Machine.Processes;

/// <summary>A process and everything it started.</summary>
internal sealed class ProcessTree(Process root, Cookie cookie)
{
    private static readonly TimeSpan _killLimit = TimeSpan.FromSeconds(10);
    private static readonly ulong _ourStart = OperatingSystem.IsLinux() ? ProcessTable.StartOf(Environment.ProcessId) ?? 0 : 0;
    private readonly HashSet<ProcessStamp> _seen = [];
    private readonly Dictionary<ProcessStamp, bool> _marked = [];
    private volatile bool _ended;

    private readonly ulong _since = OperatingSystem.IsLinux() ? ProcessTable.StartOf(root.Id) ?? _ourStart : 0;

    public int Root { get; } = root.Id;

    /// <summary>Sends the signal, waits for the grace, kills what is left, and returns when all are gone.</summary>
    /// <param name="signal">What asks for the end.</param>
    /// <param name="grace">How long to wait; zero kills at once.</param>
    /// <param name="rootOnly">Whether only the root is asked: a server ends its own workers in the right order.</param>
    public async Task EndAsync(int signal, TimeSpan grace, bool rootOnly = false)
    {
        // Once all are gone their ids may become somebody else's.
        if (_ended) return;
        if (!OperatingSystem.IsLinux()) await EndByParentsAsync(signal, grace).ConfigureAwait(false);
        else await EndAllAsync(signal, grace, rootOnly).ConfigureAwait(false);
        _ended = true;
    }

    private async Task EndByParentsAsync(int signal, TimeSpan grace)
    {
        var watch = Stopwatch.StartNew();
        if (!OperatingSystem.IsWindows() && grace > TimeSpan.Zero && !root.HasExited) Signals.Send(Root, signal);
        while (!root.HasExited && watch.Elapsed < grace) await Task.Delay(10).ConfigureAwait(false);
        if (!root.HasExited) root.Kill(entireProcessTree: true);
    }

    [SupportedOSPlatform("linux")]
    private async Task EndAllAsync(int signal, TimeSpan grace, bool rootOnly)
    {
        if (grace > TimeSpan.Zero && await GoneAsync(signal, grace, process => rootOnly && process.Id != Root).ConfigureAwait(false)) return;
        if (!await GoneAsync(Signals.Kill, _killLimit, _ => false).ConfigureAwait(false))
            throw new InvalidOperationException($"Processes of {Root} survive SIGKILL: the kernel holds them.");
    }

    [SupportedOSPlatform("linux")]
    private async Task<bool> GoneAsync(int signal, TimeSpan limit, Func<ProcessStamp, bool> spares)
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
                if (!spares(process) && told.Add(process)) Signals.Send(process.Id, signal);
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
            _seen.UnionWith(table.TreeOf(Root, _since, BearsMark));
            return [.. _seen.Where(table.IsAlive)];
        }
    }

    // A process that has it got it when it was made, so that one look at each is enough.
    private bool BearsMark(ProcessStamp process)
    {
        if (_marked.TryGetValue(process, out var known)) return known;
        if (cookie.IsIn(process.Id) is not { } marked) return false;
        _marked.Add(process, marked);
        return marked;
    }
}
