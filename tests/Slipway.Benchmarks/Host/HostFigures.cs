using System.Collections.Immutable;
using System.Globalization;
using Slipway.Machine.Processes;

namespace Slipway.Benchmarks.Host;

/// <summary>What the host itself costs: its start until the first task, and its memory over a whole run of the reference platform.</summary>
internal static class HostFigures
{
    private const double MostMilliseconds = 500;
    private const double MostMegabytes = 400;

    /// <param name="options">Options of the measured run, such as <c>--no-replay</c>; <c>--start-only</c> leaves it out.</param>
    /// <returns>0 when both figures are within their bounds, 1 when one is not.</returns>
    public static async Task<int> MeasureAsync(string[] options)
    {
        var host = await CompiledHost.FindAsync();
        var within = await StartAsync(host);
        if (options is not ["--start-only"]) within &= await MemoryAsync(host, [.. options]);
        return within ? 0 : 1;
    }

    private static async Task<bool> StartAsync(CompiledHost host)
    {
        var hello = await StartUp.MeasureAsync(ProcessRequest.For("dotnet", typeof(HostFigures).Assembly.Location, "hello"), line => line == "hello");
        var first = await StartUp.MeasureAsync(host.Call("--target=Rules"), line => line.Trim() == "Rules");
        var plan = await StartUp.MeasureAsync(host.Call("--dryrun"), line => line.StartsWith("Dry run of", StringComparison.Ordinal));
        Say($"start of a .NET program that says hello     {hello,7:0} ms");
        Say($"start of the host until its first task      {first,7:0} ms  {first / hello:0.0} times that; at most {MostMilliseconds:0}");
        Say($"the whole plan of the platform (--dryrun)   {plan,7:0} ms  {plan / hello:0.0} times that");
        return first <= MostMilliseconds;
    }

    private static async Task<bool> MemoryAsync(CompiledHost host, ImmutableArray<string> options)
    {
        var run = await PeakMemory.MeasureAsync(host.Call(options));
        Say($"peak memory of the host over a whole run    {run.Megabytes,7:0} MB  at most {MostMegabytes:0}; exit code {run.ExitCode} after {run.Duration.TotalSeconds:0} s");
        return run.Megabytes <= MostMegabytes && run.ExitCode == 0;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
