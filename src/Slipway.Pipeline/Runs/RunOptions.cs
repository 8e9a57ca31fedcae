using Slipway.Model.Problems;

namespace Slipway.Pipeline.Runs;

public sealed record RunOptions
{
    /// <summary>How many things run at once, at least 1. Default: the number of processors.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether earlier successes on the same inputs stand for a run. Default: true.</summary>
    public bool Replay { get; init; } = true;

    /// <summary>Whether everything that does not depend on what failed still runs. Default: false.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>
    /// Whether what stages gave may come from the cache and go there. Without <see cref="Replay"/> nothing goes there, and only what an exclusive
    /// target takes for granted comes from it. Default: false.
    /// </summary>
    public bool Cache { get; init; }

    /// <summary>Hears what was refused or given up behind the scenes. Several threads at once.</summary>
    public Action<Problem> Say { get; init; } = _ => { };

    /// <summary>What was asked for, so that a later run can take it up again.</summary>
    public RunRequest Request { get; init; } = new() { Targets = [] };
}
