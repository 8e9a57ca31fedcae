namespace Slipway.Evaluation.Comparison;

/// <summary>One metric of the candidate beside the baseline's.</summary>
public sealed record MetricComparison
{
    public required string Metric { get; init; }

    public required GateVerdict Verdict { get; init; }

    /// <summary>Why, in a few words.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the suite gates on it; others are only shown.</summary>
    public required bool Gating { get; init; }

    /// <summary>Over all scored cases; null without any.</summary>
    public double? Candidate { get; init; }

    /// <summary>How many cases of the candidate have this metric.</summary>
    public int Cases { get; init; }

    /// <summary>Mean of candidate minus baseline over <see cref="Pairs"/>; null without a pair.</summary>
    public double? Difference { get; init; }

    /// <summary>How many cases are scored on both sides.</summary>
    public int Pairs { get; init; }
}
