using System.Collections.Immutable;
using Slipway.Benchmarks.Host;
using Slipway.Benchmarks.Peers.Scenarios;
using Slipway.Benchmarks.Platforms;

namespace Slipway.Benchmarks.Peers;

/// <summary><c>peers</c>: Slipway beside other build tools, on the same platform, with the same <c>dotnet</c> behind all of them.</summary>
internal static class PeersCommand
{
    private static readonly ImmutableArray<Scenario> _scenarios =
        [new NothingChanged(), LineChanged.Leaf, LineChanged.Shared, new AffectedListing(), OutputsWiped.Tests, OutputsWiped.All, new Cold()];

    private static readonly string[] _others = ["growth", "scheduler"];

    /// <returns>0 when every goal is met or skipped, 1 when one is missed, 2 for a command line that is not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = Options.Parse(args, ["services", "pairs", "scenario", "tools", "folder", "affected", "json"]);
        var names = Chosen(options.List("scenario"), [.. _scenarios.Select(scenario => scenario.Name), .. _others], "scenario");
        var tools = Chosen(options.List("tools"), ["slipway", "turbo", "nx", "hand"], "tool");
        var (services, pairs) = (options.Number("services", 100), options.Number("pairs", 10));
        var folder = Path.GetFullPath(options.Text("folder") ?? Path.Combine(Path.GetTempPath(), "slipway-peers"));
        using var feed = AuditFeed.Start();
        using var runner = new Runner();
        var workshop = new Workshop(folder, new SyntheticPlatform(services), CompiledHost.Root(), runner);
        var races = await RaceAsync(workshop, names, await ToolsAsync(workshop, tools, Affected(options)), pairs);
        var others = await OthersAsync(workshop, names, folder, pairs);
        var path = Path.GetFullPath(options.Text("json") ?? Path.Combine(folder, $"n{services}", "peers.json"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, Report.Json(services, pairs, races, others));
        Report.Say($"\n{path}");
        return races.SelectMany(race => race.Verdicts()).Concat(others).Any(verdict => verdict.Met is false) ? 1 : 0;
    }

    private static async Task<ImmutableArray<Race>> RaceAsync(Workshop workshop, string[] names, ImmutableArray<Tool> tools, int pairs)
    {
        var races = ImmutableArray.CreateBuilder<Race>();
        foreach (var scenario in _scenarios.Where(scenario => names.Contains(scenario.Name)))
        {
            races.Add(await Race.RunAsync(scenario, workshop, tools, pairs, Console.Error.WriteLine));
            Report.Print(races[^1]);
        }
        return races.ToImmutable();
    }

    private static async Task<ImmutableArray<Verdict>> OthersAsync(Workshop workshop, string[] names, string folder, int pairs)
    {
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        if (names.Contains("growth"))
        {
            Report.Say($"\ngrowth: nothing changed, from 100 services to 1,000");
            verdicts.AddRange(await Growth.MeasureAsync(folder, workshop.Repository, workshop.Runner, pairs, Report.Say));
        }
        if (names.Contains("scheduler"))
        {
            Report.Say($"\nscheduler: what it adds");
            verdicts.Add(await SchedulerSlots.MeasureAsync(workshop.Platform.Services, Environment.ProcessorCount * 4));
        }
        foreach (var verdict in verdicts) Report.Say($"  {verdict}");
        return verdicts.ToImmutable();
    }

    private static async Task<ImmutableArray<Tool>> ToolsAsync(Workshop workshop, string[] names, ImmutableArray<string> affected)
    {
        await PeerPackages.InstallAsync(workshop, names);
        var packages = names.Contains("slipway") ? await PlatformHost.PackAsync(workshop) : ImmutableDictionary<string, string>.Empty;
        Tool[] all = [new SlipwayTool(workshop, packages, affected), new TurboTool(workshop), new NxTool(workshop), new HandTool(workshop)];
        foreach (var missing in all.Where(tool => names.Contains(tool.Name) && tool.Missing is not null)) Report.Say($"skipped  {missing.Name}: {missing.Missing}");
        return [.. all.Where(tool => names.Contains(tool.Name) && tool.Missing is null)];
    }

    private static ImmutableArray<string> Affected(Options options) =>
        [.. (options.Text("affected") ?? "--target=Affected --since=main").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string[] Chosen(string[] named, string[] known, string what)
    {
        foreach (var name in named.Except(known)) throw new ArgumentException($"There is no {what} '{name}'; there are {string.Join(", ", known)}.");
        return named.Length == 0 ? known : named;
    }
}
