using System.Collections.Immutable;
using Slipway.Evaluation.Grading;
using Slipway.Model;

namespace Slipway.Evaluation.Comparison;

/// <summary>The scores of one run over one data set.</summary>
public sealed record Scoreboard
{
    /// <summary>Of the cases and of how they are graded: scores over different data sets cannot be compared.</summary>
    public required Digest Dataset { get; init; }

    /// <summary>How often each case was asked.</summary>
    public required int Repeats { get; init; }

    /// <summary>Ordinal order of ids, so that sums do not depend on the order of a file.</summary>
    public required ImmutableArray<CaseScore> Cases { get; init; }
}
