using System.Diagnostics;
using Slipway.Machine.Processes;

namespace Slipway.Benchmarks.Host;

/// <summary>The most memory that a program's own process held at once, children not counted, in megabytes; and how the program ended.</summary>
internal readonly record struct PeakMemory(double Megabytes, int ExitCode, TimeSpan Duration)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    public static async Task<PeakMemory> MeasureAsync(ProcessRequest request)
    {
        var started = Stopwatch.GetTimestamp();
        await using var child = ChildProcess.Start(request);
        using var process = Process.GetProcessById(child.Id);
        var peak = 0L;
        var exited = child.Exited;
        do
        {
            peak = Math.Max(peak, PeakOf(process));
        }
        while (await Task.WhenAny(exited, Task.Delay(_pause)) != exited);
        return new(peak / 1024.0 / 1024.0, await exited, Stopwatch.GetElapsedTime(started));
    }

    // The system keeps the peak for as long as the process lives (VmHWM on Linux), so what happens between two looks is seen too.
    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
