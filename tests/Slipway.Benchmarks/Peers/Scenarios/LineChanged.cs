using System.Collections.Immutable;
using Slipway.Benchmarks.Platforms;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>One line of one unit is changed, a new one before each run; then types are checked and unit tests run.</summary>
internal sealed class LineChanged(string name, string title, Func<SyntheticPlatform, SyntheticUnit> choose, params ImmutableArray<Goal> goals) : Scenario
{
    public static LineChanged Leaf { get; } = new(
        "leaf", "one line changed in a service that nothing uses", platform => platform.Leaf, new Goal("turbo", 0.6), new Goal("hand", 1.1));

    public static LineChanged Shared { get; } = new(
        "shared", "one line changed in a package that a tenth of the services use", platform => platform.Shared, new Goal("turbo", 0.5));

    public override string Name => name;

    public override string Title => title;

    public override ImmutableArray<Goal> Goals => goals;

    public override async Task<ImmutableArray<Contestant>> PrepareAsync(Workshop workshop, ImmutableArray<Tool> tools, Action<string> skip)
    {
        var unit = choose(workshop.Platform);
        var contestants = ImmutableArray.CreateBuilder<Contestant>();
        foreach (var tool in tools)
        {
            var commands = tool is not HandTool hand ? tool.BuildAndTest : goals.Any(goal => goal.Against == "hand") ? hand.One(unit) : [];
            if (commands.IsEmpty) continue;
            // By hand only this unit is ever built; the others have everything else in their caches.
            await workshop.FillAsync(tool, tool is HandTool ? commands : [.. tool.Everything, .. tool.BuildAndTest]);
            contestants.Add(new(tool.Name, commands) { Before = () => Workshop.ChangeAsync(tool.Tree, unit) });
        }
        // One edit follows another: what stays warm from one to the next is warm for all.
        foreach (var contestant in contestants)
        {
            await contestant.Before();
            foreach (var command in contestant.Commands) await workshop.Runner.TryAsync(command);
        }
        return contestants.ToImmutable();
    }
}
