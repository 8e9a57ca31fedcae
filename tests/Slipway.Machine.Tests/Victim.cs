using System.Diagnostics;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Tests;

/// <summary>A host of its own process that a test may kill as the kernel would.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process _process;

    private Victim(Process process) => _process = process;

    public static Victim Start(params string[] arguments) => Start(arguments, environment: []);

    // A shell's background job inherits an ignored SIGINT, and env becomes the victim.
    public static Victim Start(string[] arguments, Dictionary<string, string?> environment) =>
        Start("env", ["--default-signal", Program, .. arguments], environment);

    /// <summary>As a user who may write what everybody may: ourselves, unless we are root.</summary>
    public static Victim StartAsNobody(string[] arguments, Dictionary<string, string?> environment) => Environment.UserName == "root"
        ? Start("runuser", ["-u", "nobody", "--", Program, .. arguments], environment)
        : Start(arguments, environment);

    /// <summary>Whether <see cref="StartAsNobody"/> finds the program.</summary>
    public static bool MayBeNobody
    {
        get
        {
            if (Environment.UserName != "root") return true;
            using var look = Process.Start("runuser", ["-u", "nobody", "--", "test", "-x", Program]);
            look.WaitForExit();
            return look.ExitCode == 0;
        }
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Slipway.Machine.Victim");

    private static Victim Start(string program, string[] arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
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
