using System.Collections.Immutable;

namespace Slipway.Evaluation.Grading;

/// <summary>What one case came to over its repeats.</summary>
public sealed record CaseScore
{
    public required string Id { get; init; }

    /// <summary>Whether every repeat passed.</summary>
    public required bool Passed { get; init; }

    /// <summary>The mean over the repeats, from 0 to 1; null when an answer could not be obtained, so that nothing can be said.</summary>
    public required double? Score { get; init; }

    /// <summary>The mean of each metric over the repeats; empty when unscored.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public bool MustPass { get; init; }

    /// <summary>Whether the case is one that must pass and its lowest repeat does not.</summary>
    public bool BrokeMustPass { get; init; }

    public bool Scored => Score is not null;

    public static CaseScore Over(EvaluationCase asked, IReadOnlyCollection<AnswerGrade> repeats) => repeats.Count == 0
        ? Unscored(asked)
        : new()
        {
            Id = asked.Id,
            Passed = repeats.All(repeat => repeat.Passed),
            Score = repeats.Average(repeat => repeat.Score),
            MustPass = asked.MustPass,
            BrokeMustPass = asked.MustPass && repeats.Min(repeat => repeat.Score) < asked.PassAt,
            Metrics = repeats
                .SelectMany(repeat => repeat.Metrics)
                .GroupBy(metric => metric.Key, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(group => group.Key, group => group.Average(metric => metric.Value), StringComparer.Ordinal),
        };

    public static CaseScore Unscored(EvaluationCase asked) => new() { Id = asked.Id, Passed = false, Score = null, MustPass = asked.MustPass };
}
