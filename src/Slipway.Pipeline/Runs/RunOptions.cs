namespace Slipway.Pipeline.Runs;

public sealed record RunOptions
{
    /// <summary>How many things run at once, at least 1. Default: the number of processors.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether earlier successes on the same inputs stand for a run. Default: true.</summary>
    public bool Replay { get; init; } = true;
}
