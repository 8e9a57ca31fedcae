using System.Globalization;

namespace Slipway.Benchmarks.Peers;

/// <summary>What one run took.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="Processor">Seconds of processors, children included, daemons not: steadier than the clock on a busy machine.</param>
/// <param name="Load">The machine's load over the last minute, when the run had ended; zero where the system does not say.</param>
internal readonly record struct Sample(double Seconds, double Processor, double Load)
{
    public static double LoadNow() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : 0;
}
