using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>Every output is gone, the caches are full.</summary>
internal sealed class OutputsWiped : Scenario
{
    public override string Name => "wiped";

    public override string Title => "all outputs deleted, restored from the cache";

    public override ImmutableArray<Goal> Goals => [new("turbo", 0.3)];

    public override async Task<ImmutableArray<Contestant>> PrepareAsync(Workshop workshop, ImmutableArray<Tool> tools, Action<string> skip)
    {
        var contestants = ImmutableArray.CreateBuilder<Contestant>();
        foreach (var tool in Peers(tools))
        {
            await workshop.FillAsync(tool, tool.Everything);
            contestants.Add(new(tool.Name, [tool.Everything[^1]]) { Before = () => Task.Run(() => workshop.Wipe(tool.Tree)) });
        }
        return contestants.ToImmutable();
    }
}
