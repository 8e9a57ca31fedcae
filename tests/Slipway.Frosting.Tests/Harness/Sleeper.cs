namespace Slipway.Frosting.Tests.Harness;

/// <summary>A duration that only one test sleeps for, so that its sleepers can be told from all others on the machine.</summary>
internal sealed class Sleeper
{
    private static int _count = Random.Shared.Next(100_000, 900_000);

    public string Duration { get; } = $"1800.{Interlocked.Increment(ref _count)}{Environment.ProcessId}";

    public int Alive => Directory.EnumerateDirectories("/proc").Count(Sleeps);

    public async Task AsleepAsync(int count = 1)
    {
        for (var attempt = 0; Alive < count; attempt++)
        {
            Assert.True(attempt < 3000, $"{Alive} of {count} processes sleep {Duration}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private bool Sleeps(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline").Split('\0') is [var program, var duration, ""] && Path.GetFileName(program) == "sleep" && duration == Duration;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
