namespace Slipway.Machine.Tests;

/// <summary>A duration that only one test sleeps for, so that its sleepers can be told from all others on the machine.</summary>
internal sealed class Trace
{
    private static int _count = Random.Shared.Next(100_000, 900_000);

    /// <summary>For <c>sleep</c>: half an hour and some microseconds.</summary>
    public string Duration { get; } = $"1800.{Interlocked.Increment(ref _count)}{Environment.ProcessId}";

    public int Sleepers => Directory.EnumerateDirectories("/proc").Count(IsSleeper);

    public async Task GoneAsync()
    {
        for (var attempt = 0; Sleepers > 0; attempt++)
        {
            Assert.True(attempt < 500, $"{Sleepers} processes still sleep {Duration}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async Task AsleepAsync(int count)
    {
        for (var attempt = 0; Sleepers < count; attempt++)
        {
            Assert.True(attempt < 500, $"{Sleepers} of {count} processes sleep {Duration}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private bool IsSleeper(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline").Split('\0') is ["sleep", var duration, ""] && duration == Duration;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
