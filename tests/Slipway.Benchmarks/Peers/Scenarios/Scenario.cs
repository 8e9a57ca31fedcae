using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>One situation that every tool is put in.</summary>
internal abstract class Scenario
{
    public abstract string Name { get; }

    public abstract string Title { get; }

    public virtual ImmutableArray<Goal> Goals => [];

    /// <summary>Brings the trees into the situation, and says who takes part. <paramref name="skip"/> takes the reason of one who does not.</summary>
    public abstract Task<ImmutableArray<Contestant>> PrepareAsync(Workshop workshop, ImmutableArray<Tool> tools, Action<string> skip);

    /// <summary>Verdicts on more than times, after the runs.</summary>
    public virtual Task<ImmutableArray<Verdict>> JudgeAsync(Workshop workshop, ImmutableArray<Tool> tools) => Task.FromResult(ImmutableArray<Verdict>.Empty);

    /// <summary>The trees as they are committed again.</summary>
    public virtual async Task TidyAsync(Workshop workshop, ImmutableArray<Tool> tools)
    {
        foreach (var tool in tools.Where(tool => Directory.Exists(tool.Tree))) await workshop.TreeAsync(tool.Name);
    }

    protected static IEnumerable<Tool> Peers(ImmutableArray<Tool> tools) => tools.Where(tool => tool is not HandTool);
}
