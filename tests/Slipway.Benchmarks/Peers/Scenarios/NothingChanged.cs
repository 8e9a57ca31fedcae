using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>Slipway proves every release again; the peers find their build and tests in their caches.</summary>
internal sealed class NothingChanged : Scenario
{
    public override string Name => "nothing";

    public override string Title => "nothing changed: all stages of Slipway; build and test of the peers, fully cached";

    public override ImmutableArray<Goal> Goals => [new("turbo", 0.5), new("nx", 0.1)];

    public override async Task<ImmutableArray<Contestant>> PrepareAsync(Workshop workshop, ImmutableArray<Tool> tools, Action<string> skip)
    {
        var contestants = ImmutableArray.CreateBuilder<Contestant>();
        foreach (var tool in Peers(tools))
        {
            await workshop.FillAsync(tool, tool.Everything);
            contestants.Add(new(tool.Name, [tool.Everything[^1]]));
        }
        return contestants.ToImmutable();
    }

    public override async Task<ImmutableArray<Verdict>> JudgeAsync(Workshop workshop, ImmutableArray<Tool> tools)
    {
        if (tools.OfType<SlipwayTool>().FirstOrDefault() is not { } slipway) return [];
        var children = await ChildCounter.CountAsync(workshop, slipway.Everything[^1]) - 1;
        return [new("no dotnet process besides the host", $"{children} more", children == 0)];
    }
}
