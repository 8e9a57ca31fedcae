using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Scheduling;

public sealed record SchedulerOptions
{
    /// <summary>How many batches run at once, at least 1. Default: the number of processors.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether everything that does not depend on what failed still runs. Default: false, the first failure ends what comes later.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>How many seconds a node is expected to take; zero for one that will not run. Default: one second each.</summary>
    public Func<PlanNode, double> Expected { get; init; } = _ => 1;
}
