using System.Diagnostics;
using System.Globalization;

namespace Slipway.Build.Tests.Launching;

/// <summary>A launcher that is stopped while it compiles.</summary>
public sealed class Interruptions : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private readonly PaperRepository _repository = new();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task A_signal_ends_the_compile_with_everything_that_it_started(string signal, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which processes there are, in /proc.");
        // Told apart from every other sleeper by how long it means to sleep.
        var sleep = $"1900.{Random.Shared.Next(100_000, 999_999)}{Environment.ProcessId}";
        var start = new ProcessStartInfo("env", ["--default-signal", "bash", _repository.At("build.sh")]);
        start.Environment["PATH"] = $"{_repository.At("paper")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["PAPER_CALLS"] = _repository.At("calls");
        start.Environment["PAPER_SLEEP"] = sleep;
        using var launcher = Process.Start(start)!;
        await UntilAsync(() => Sleeps(sleep));

        using var kill = Process.Start("kill", [$"-{signal}", launcher.Id.ToString(CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(_patience);
        await launcher.WaitForExitAsync(limit.Token);

        await UntilAsync(() => !Sleeps(sleep));
        Assert.Equal(exitCode, launcher.ExitCode);
        Assert.Empty(_repository.Hosts);
    }

    public void Dispose() => _repository.Dispose();

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var waited = Stopwatch.StartNew(); !condition();)
        {
            Assert.True(waited.Elapsed < _patience, "It did not come to that.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static bool Sleeps(string duration) => Directory.EnumerateDirectories("/proc").Any(folder =>
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline").Split('\0') is ["sleep", var time, ""] && time == duration;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });
}
