using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Scheduling;

/// <summary>What came of one node.</summary>
public sealed record NodeResult
{
    public required PlanNode Node { get; init; }

    public required StageResult Result { get; init; }

    /// <summary>The record of the real execution; null where nothing was executed.</summary>
    public StageRecord? Record { get; init; }

    /// <summary>Whether an earlier run's record stands for this one.</summary>
    public bool Replayed { get; init; }

    /// <summary>Whether what it left lies in the cache alone, since nothing of this run reads it.</summary>
    public bool Kept { get; init; }

    /// <summary>Whether it never ran because something before it failed or the run was cancelled.</summary>
    public bool NotReached { get; init; }

    /// <summary>Time of the execution; zero for what did not run.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The exception behind a failure of ours or of bad input; null for a stage's own verdict.</summary>
    public Exception? Exception { get; init; }

    public bool Failed => Result.Outcome is StageOutcome.Failed;
}
