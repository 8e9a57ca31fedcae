using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Slipway.Benchmarks.Peers;

/// <summary>
/// Runs commands and times them. Servers that a tool leaves running (a daemon, MSBuild's nodes, the compiler) serve its next run as
/// they would a person's, and are found and ended when the benchmark ends: by a variable that they inherited, and only those.
/// </summary>
internal sealed class Runner : IDisposable
{
    private const string Mark = "SLIPWAY_BENCHMARK";
    private static readonly TimeSpan _lastWords = TimeSpan.FromMilliseconds(200);

    // A build service may set these, and a person at a machine does not: no tool could keep what makes the next run short.
    private static readonly string[] _limits = ["CI", "MSBUILDDISABLENODEREUSE", "UseSharedCompilation", "DOTNET_CLI_USE_MSBUILD_SERVER"];

    private readonly string _id = Guid.NewGuid().ToString("N");
    private TimeSpan _elapsed;

    /// <summary>The words that the last command wrote.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Runs commands one after another and takes the time of all.</summary>
    public async Task<Sample> TimeAsync(IEnumerable<Command> commands)
    {
        var (processor, seconds) = (ChildrenSeconds(), 0.0);
        foreach (var command in commands)
        {
            await RunAsync(command);
            seconds += _elapsed.TotalSeconds;
        }
        return new(seconds, ChildrenSeconds() - processor, Sample.LoadNow());
    }

    /// <exception cref="InvalidOperationException">It ended with an exit code that is not expected: a failed run is no figure.</exception>
    public async Task RunAsync(Command command)
    {
        var exit = await TryAsync(command);
        if (exit != command.Expected)
            throw new InvalidOperationException($"'{command}' in {command.Folder} ended with exit code {exit}, not {command.Expected}:\n{Tail()}");
    }

    public async Task<int> TryAsync(Command command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var limit in _limits) start.Environment.Remove(limit);
        start.Environment[Mark] = _id;
        // Servers of ours serve nobody else's build, and nobody else's serve ours.
        start.Environment["MSBUILDNODEHANDSHAKESALT"] = _id;
        start.Environment["SharedCompilationId"] = _id;
        foreach (var (name, value) in command.Environment) start.Environment[name] = value;
        var text = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        var started = Stopwatch.GetTimestamp();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.HasExited) await Task.Delay(1);
        _elapsed = Stopwatch.GetElapsedTime(started);
        // A server that inherited the streams never closes them, so their end is not waited for beyond what was written.
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(_lastWords));
        lock (text) Output = text.ToString();
        return process.ExitCode;

        void Add(string? line)
        {
            lock (text) text.AppendLine(line);
        }
    }

    /// <summary>Ends every server that one of our commands has left.</summary>
    public void EndServers()
    {
        if (!Directory.Exists("/proc")) return;
        foreach (var process in Process.GetProcesses().Where(IsOurs))
        {
            try
            {
                process.Kill();
            }
            catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It ended by itself.
            }
        }
    }

    public void Dispose() => EndServers();

    public string Tail() => string.Join('\n', Output.Split('\n').TakeLast(30));

    private bool IsOurs(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/environ").Contains($"{Mark}={_id}", StringComparison.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Fields 16 and 17 of stat, counted from behind the name: user and system time of children that were waited for, in hundredths.
    private static double ChildrenSeconds()
    {
        if (!File.Exists("/proc/self/stat")) return 0;
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / 100;
    }
}
