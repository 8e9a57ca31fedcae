using System.Collections.Immutable;

namespace Slipway.Evaluation.Grading;

/// <summary>What one answer of one case came to.</summary>
public sealed record AnswerGrade
{
    public required bool Passed { get; init; }

    /// <summary>The weighted mean of the checks, from 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The weighted mean of the checks of each metric.</summary>
    public required ImmutableSortedDictionary<string, double> Metrics { get; init; }

    public required ImmutableArray<AssertionGrade> Grades { get; init; }
}
