using System.Diagnostics;
using Slipway.Machine.Processes;

namespace Slipway.Benchmarks.Host;

/// <summary>How long a program takes until it says a line, as a median of several starts in milliseconds.</summary>
internal static class StartUp
{
    private const int Starts = 9;
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(1);

    public static async Task<double> MeasureAsync(ProcessRequest request, Func<string, bool> line)
    {
        // The first one reads the files from the disk.
        await OnceAsync(request, line);
        var times = new List<double>(Starts);
        while (times.Count < Starts) times.Add(await OnceAsync(request, line));
        times.Sort();
        return times[Starts / 2];
    }

    private static async Task<double> OnceAsync(ProcessRequest request, Func<string, bool> line)
    {
        var started = Stopwatch.GetTimestamp();
        await using var process = ChildProcess.Start(request);
        await process.WaitForLineAsync(line, _limit);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await process.Exited;
        return elapsed;
    }
}
