using System.Diagnostics;

namespace Slipway.Machine.Tests;

/// <summary>A host of its own process that a test may kill as the kernel would.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process _process;

    private Victim(Process process) => _process = process;

    public static Victim Start(params string[] arguments) => Start(arguments, environment: []);

    public static Victim Start(string[] arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Slipway.Machine.Victim"), arguments) { RedirectStandardOutput = true };
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

    /// <summary>SIGKILL to this process alone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
