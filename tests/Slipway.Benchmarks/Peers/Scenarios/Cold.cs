using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>Nothing is built, no server runs; packages are on the disk already.</summary>
internal sealed class Cold : Scenario
{
    public override string Name => "cold";

    public override string Title => "cold: types checked and unit tests run, from sources alone";

    public override ImmutableArray<Goal> Goals => [new("hand", 1.05)];

    public override async Task<ImmutableArray<Contestant>> PrepareAsync(Workshop workshop, ImmutableArray<Tool> tools, Action<string> skip)
    {
        var contestants = ImmutableArray.CreateBuilder<Contestant>();
        foreach (var tool in tools.Where(tool => tool is SlipwayTool or HandTool))
        {
            await tool.ReadyAsync();
            // Fetches packages.
            await workshop.Runner.RunAsync(tool is SlipwayTool slipway ? slipway.Launch("--target=Restore") : tool.BuildAndTest[0] with { Arguments = ["restore", "Platform.slnx"] });
            contestants.Add(new(tool.Name, tool.BuildAndTest) { Before = () => Forget(workshop, tool) });
        }
        return contestants.ToImmutable();
    }

    private static Task Forget(Workshop workshop, Tool tool)
    {
        workshop.Runner.EndServers();
        workshop.Wipe(tool.Tree);
        if (Directory.Exists(workshop.Cache)) Directory.Delete(workshop.Cache, recursive: true);
        return Task.CompletedTask;
    }
}
