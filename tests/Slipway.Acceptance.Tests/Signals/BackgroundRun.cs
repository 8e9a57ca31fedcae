using System.Diagnostics;
using System.Globalization;
using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Signals;

/// <summary>
/// A run that is still going on. Not started through Slipway's own process runner, which would sweep up what the run leaves behind and
/// so hide it.
/// </summary>
internal sealed class BackgroundRun : IDisposable
{
    private const string Mark = "SLIPWAY_ACCEPTANCE_MARK";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly ProcessTree _tree;

    public BackgroundRun(params string[] arguments)
    {
        var mark = Guid.NewGuid().ToString("N");
        _tree = new ProcessTree($"{Mark}={mark}");
        // A shell's background job inherits an ignored SIGINT; the launcher becomes the host, so the signal meets the host itself.
        var start = new ProcessStartInfo("env", ["--default-signal", Launcher.Script, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Launcher.Environment) start.Environment[name] = value;
        start.Environment[Mark] = mark;
        // As a person runs it: what would stay for the next run is started too, by this run and not by one before it.
        start.Environment.Remove("MSBUILDDISABLENODEREUSE");
        start.Environment["SharedCompilationId"] = mark;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until a process of this run has this on its command line.</summary>
    public async Task ReachesAsync(string words)
    {
        using var limit = Limit();
        while (!_tree.Look().Any(command => command.Contains(words, StringComparison.Ordinal)))
        {
            Assert.False(_process.HasExited, $"The run ended before a process had '{words}' on its command line.");
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Sends a signal to the host, and nothing to its children.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var limit = Limit();
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>
    /// The command lines of all processes that this run started, however far they have gone from it, and that are still alive a little
    /// later: the host's own watchman ends only when it has seen that the host is dead.
    /// </summary>
    public async Task<IReadOnlyList<string>> SurvivorsAsync()
    {
        for (var attempt = 0; attempt < 200 && _tree.Look().Count > 0; attempt++) await Task.Delay(50, TestContext.Current.CancellationToken);
        return _tree.Look();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return limit;
    }
}
