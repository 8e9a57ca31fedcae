using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>Every output is gone, the caches are full.</summary>
internal sealed class OutputsWiped(string name, string title, Func<Tool, ImmutableArray<Command>> choose, params ImmutableArray<Goal> goals) : Scenario
{
    public static OutputsWiped Tests { get; } = new("wiped", "all outputs deleted, restored from the cache: build and test", tool => tool.BuildAndTest, new Goal("turbo", 0.3));

    /// <summary>Nobody else packages, signs and verifies, so Slipway is compared with none.</summary>
    public static OutputsWiped All { get; } = new(
        "wiped-all", "all outputs deleted, restored from the cache: all stages of Slipway, releases included", tool => tool is SlipwayTool ? tool.Everything : []);

    public override string Name => name;

    public override string Title => title;

    public override ImmutableArray<Goal> Goals => goals;

    public override async Task<ImmutableArray<Contestant>> PrepareAsync(Workshop workshop, ImmutableArray<Tool> tools, Action<string> skip)
    {
        var contestants = ImmutableArray.CreateBuilder<Contestant>();
        foreach (var tool in Peers(tools))
        {
            var commands = choose(tool);
            if (commands.IsEmpty) continue;
            await workshop.FillAsync(tool, [.. tool.Everything, .. commands]);
            contestants.Add(new(tool.Name, commands) { Before = () => Task.Run(() => workshop.Wipe(tool.Tree)) });
        }
        return contestants.ToImmutable();
    }
}
