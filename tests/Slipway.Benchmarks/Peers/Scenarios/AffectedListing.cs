using System.Collections.Immutable;
using Slipway.Benchmarks.Platforms;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>Which units does the last commit affect? It changes the shared package, so its users belong to the answer.</summary>
internal sealed class AffectedListing : Scenario
{
    private const string Branch = "change";
    private readonly Dictionary<string, string> _answers = [];

    public override string Name => "affected";

    public override string Title => "listing what a commit affects that changes the shared package";

    public override ImmutableArray<Goal> Goals => [new("turbo", 0.5)];

    public override async Task<ImmutableArray<Contestant>> PrepareAsync(Workshop workshop, ImmutableArray<Tool> tools, Action<string> skip)
    {
        var contestants = ImmutableArray.CreateBuilder<Contestant>();
        foreach (var tool in Peers(tools))
        {
            if (tool.Affected is not { } command) continue;
            await tool.ReadyAsync();
            await PlatformWriter.GitAsync(tool.Tree, "checkout", "--quiet", "-B", Branch);
            await Workshop.ChangeAsync(tool.Tree, workshop.Platform.Shared);
            await PlatformWriter.GitAsync(tool.Tree, "commit", "--quiet", "--all", "--message", "Change the shared package");
            var exit = await workshop.Runner.TryAsync(command);
            if (exit == command.Expected)
            {
                _answers[tool.Name] = workshop.Runner.Output;
                contestants.Add(new(tool.Name, [command]));
            }
            else
            {
                skip($"{tool.Name} has no such listing yet: '{string.Join(' ', command.Arguments)}' ends with exit code {exit}");
            }
        }
        return contestants.ToImmutable();
    }

    public override Task<ImmutableArray<Verdict>> JudgeAsync(Workshop workshop, ImmutableArray<Tool> tools)
    {
        var expected = workshop.Platform.AffectedBy(workshop.Platform.Shared).Select(unit => unit.Id).ToHashSet();
        return Task.FromResult<ImmutableArray<Verdict>>([.. _answers.Select(answer => Judge(workshop.Platform, answer.Key, answer.Value, expected))]);
    }

    // Nx counts projects, not units: a unit is listed when one of its projects is.
    private static Verdict Judge(SyntheticPlatform platform, string tool, string answer, HashSet<string> expected)
    {
        var listed = platform.Units.Select(unit => unit.Id).Where(id => answer.Contains(id, StringComparison.OrdinalIgnoreCase)).ToHashSet();
        return new($"{tool} lists the package and its users", $"{listed.Count} of {expected.Count}", listed.SetEquals(expected));
    }
}
