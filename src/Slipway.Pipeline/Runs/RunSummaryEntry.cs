using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Runs;

/// <summary>What one (unit, stage) of a run came to.</summary>
public sealed record RunSummaryEntry
{
    public required UnitId Unit { get; init; }

    public required StageName Stage { get; init; }

    public required Digest Fingerprint { get; init; }

    public required StageOutcome Outcome { get; init; }

    /// <summary>Whether an earlier run's record stood for it.</summary>
    public bool Replayed { get; init; }

    /// <summary>Whether it never ran because something before it failed or the run was stopped.</summary>
    public bool NotReached { get; init; }

    /// <summary>The checks that could not be done; null for none.</summary>
    public ImmutableArray<SkippedCheck>? SkippedChecks { get; init; }

    /// <summary>How many tests passed only when they were run again; null for none.</summary>
    public int? Flaky { get; init; }

    /// <summary>Time of the execution; zero for what did not run.</summary>
    public double Seconds { get; init; }

    internal bool IsUnfinished => NotReached || Outcome is StageOutcome.Failed;
}
