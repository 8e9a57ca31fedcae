namespace Slipway.Pipeline.Scheduling;

public sealed record SchedulerOptions
{
    /// <summary>How many batches run at once, at least 1. Default: the number of processors.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
}
