using System.Collections.Immutable;
using Slipway.Evaluation.Grading;

namespace Slipway.Suites.Runs;

/// <summary>What became of one case.</summary>
public sealed record CaseRun
{
    public required SuiteCase Case { get; init; }

    public required CaseScore Score { get; init; }

    /// <summary>One for each repeat that has an answer.</summary>
    public required ImmutableArray<GradedAnswer> Answers { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Why answers are missing; empty when none is.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];
}
