using System.Diagnostics;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Tests;

/// <summary>A host of its own process that a test may kill as the kernel would.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process _process;

    private Victim(Process process) => _process = process;

    public static Victim Start(params string[] arguments) => Start(arguments, environment: []);

    public static Victim Start(string[] arguments, Dictionary<string, string?> environment)
    {
        // A shell's background job inherits an ignored SIGINT, and env becomes the victim.
        var program = Path.Combine(AppContext.BaseDirectory, "Slipway.Machine.Victim");
        var start = new ProcessStartInfo("env", ["--default-signal", program, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    public async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The victim ended without a line.");

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>A signal, SIGKILL by default, to this process alone.</summary>
    public async Task KillAsync(int signal = Signals.Kill)
    {
        Signals.Send(_process.Id, signal);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
