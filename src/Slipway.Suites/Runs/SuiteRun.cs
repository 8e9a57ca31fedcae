using System.Collections.Immutable;
using Slipway.Evaluation.Comparison;
using Slipway.Model.Stages;

namespace Slipway.Suites.Runs;

/// <summary>One run of a suite, whole.</summary>
public sealed record SuiteRun
{
    public required EvaluationSuite Suite { get; init; }

    /// <summary>Ordinal order of ids.</summary>
    public required ImmutableArray<CaseRun> Cases { get; init; }

    public required Scoreboard Scores { get; init; }

    /// <summary>The verdict, and the numbers of each metric.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>How many answers came from a model in this run.</summary>
    public int LiveAnswers { get; init; }

    /// <summary>How many answers came from recordings.</summary>
    public required int ReplayedAnswers { get; init; }

    /// <summary>Whether the gate is satisfied.</summary>
    public bool Passed => Comparison.Satisfied;

    /// <summary>One test a case, with file and line of the case.</summary>
    public required ImmutableArray<TestCase> Tests { get; init; }

    /// <summary>What failed, and last what the gate says when it holds.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Counts and mean scores for the stage's record, such as <c>answers.cases</c> and <c>answers.policy</c>.</summary>
    public required ImmutableSortedDictionary<string, double> Numbers { get; init; }

    /// <summary>Words for the reader: how the answers were made, what was not compared.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}
