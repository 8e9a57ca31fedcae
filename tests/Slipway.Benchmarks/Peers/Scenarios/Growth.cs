using System.Collections.Immutable;
using System.Globalization;
using Slipway.Benchmarks.Host;
using Slipway.Benchmarks.Platforms;
using Slipway.Machine.Processes;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>
/// Nothing changed, at a hundred services and at a thousand. A thousand are not built for this: a stand-in for <c>dotnet</c> leaves files
/// of the names and about the sizes that a build would leave, at both sizes alike, and the runs that are measured read those.
/// </summary>
internal static class Growth
{
    private const double MostTimes = 2.5;
    private const double MostMegabytes = 500;

    public static async Task<ImmutableArray<Verdict>> MeasureAsync(string folder, string repository, Runner runner, int pairs, Action<FormattableString> say)
    {
        var small = await FillAsync(folder, repository, runner, 100);
        var large = await FillAsync(folder, repository, runner, 1000);
        var times = new Dictionary<SlipwayTool, List<Sample>> { [small] = [], [large] = [] };
        for (var pair = 0; pair < pairs; pair++)
            foreach (var tool in new[] { small, large })
                times[tool].Add(await runner.TimeAsync(tool.Everything));
        foreach (var (tool, samples) in times)
        {
            var seconds = Spread.Of(samples.Select(sample => sample.Seconds));
            say($"  {tool.Tree}: {seconds.Median:0.00} s ({seconds.Least:0.00}–{seconds.Most:0.00}), processor {Spread.Of(samples.Select(sample => sample.Processor)).Median:0.00} s, load {samples[^1].Load:0.0}");
        }
        var command = large.Everything[0];
        var peak = await PeakMemory.MeasureAsync(ProcessRequest.For(command.Program, command.Arguments) with
        {
            WorkingDirectory = command.Folder,
            Environment = command.Environment.ToImmutableDictionary(pair => pair.Key, pair => (string?)pair.Value),
            TimeLimit = TimeSpan.FromHours(1),
        });
        var ratio = Spread.Of(times[large].Zip(times[small], (one, other) => one.Seconds / other.Seconds)).Median;
        return
        [
            new(Text($"1,000 services take at most {MostTimes} times the time of 100"), Text($"{ratio:0.00} times"), ratio <= MostTimes),
            new(Text($"the host holds less than {MostMegabytes} MB at 1,000 services"), Text($"{peak.Megabytes:0} MB"), peak.ExitCode == 0 && peak.Megabytes < MostMegabytes),
        ];
    }

    private static async Task<SlipwayTool> FillAsync(string folder, string repository, Runner runner, int services)
    {
        var workshop = new Workshop(Path.Combine(folder, "growth"), new SyntheticPlatform(services), repository, runner);
        var tool = new SlipwayTool(workshop, await PlatformHost.PackAsync(workshop), []);
        await tool.ReadyAsync();
        var standIn = Directory.CreateDirectory(Path.Combine(folder, "stand-in")).FullName;
        var script = Path.Combine(standIn, "dotnet");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Peers", "dotnet.sh"), script, overwrite: true);
        var command = tool.Launch();
        var environment = command.Environment
            .Add("PATH", standIn + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"))
            .Add("SLIPWAY_REAL_DOTNET", DotNetCommand.Path);
        await runner.RunAsync(command with { Environment = environment });
        await runner.RunAsync(command);
        return tool;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
