using System.Diagnostics;
using System.Text;

namespace Slipway.Frosting.Tests.Harness;

/// <summary>The sample build host in a process of its own.</summary>
internal sealed class SampleHost : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private SampleHost(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    public static SampleHost Start(TestPlatform platform, string nap, params string[] args) => Start(platform, new Dictionary<string, string> { ["NAP"] = nap }, args);

    public static SampleHost Start(TestPlatform platform, Dictionary<string, string> environment, params string[] args)
    {
        var program = Path.Join(AppContext.BaseDirectory, "Slipway.Frosting.Sample");
        // Whoever runs the tests may ignore a signal, as nohup does, and a child inherits that.
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : program, OperatingSystem.IsLinux() ? ["--default-signal", program, .. args] : args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = platform.Root,
        };
        foreach (var name in (string[])["SLIPWAY_ROOT", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "CI"]) start.Environment.Remove(name);
        start.Environment["SLIPWAY_CACHE"] = platform.Cache;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(_limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async Task SaysAsync(string text)
    {
        for (var waited = Stopwatch.StartNew(); !Output.Contains(text, StringComparison.Ordinal);)
        {
            Assert.True(waited.Elapsed < _limit, $"the host never said '{text}', only:\n{Output}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Take(string? line)
    {
        lock (_output) _output.Append(line).Append('\n');
    }
}
