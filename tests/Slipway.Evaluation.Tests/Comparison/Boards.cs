using System.Collections.Immutable;
using Slipway.Evaluation.Comparison;
using Slipway.Evaluation.Grading;
using Slipway.Model;

namespace Slipway.Evaluation.Tests.Comparison;

internal static class Boards
{
    /// <param name="scores">The score of case c000, c001 …; null for an unscored one.</param>
    public static Scoreboard Of(params IEnumerable<double?> scores) => new()
    {
        Dataset = Digest.Of("cases"),
        Repeats = 1,
        Cases = [.. scores.Select((score, index) => Case($"c{index:000}", score))],
    };

    public static CaseScore Case(string id, double? score) => new()
    {
        Id = id,
        Score = score,
        Passed = score == 1,
        Metrics = score is { } value
            ? ImmutableSortedDictionary<string, double>.Empty.Add("policy", value)
            : ImmutableSortedDictionary<string, double>.Empty,
    };

    public static GatePolicy Policy(double margin = 0.05, double? floor = null, MetricKind kind = MetricKind.Score) => new()
    {
        Metrics = ImmutableSortedDictionary<string, MetricPolicy>.Empty.Add("policy", new() { Margin = margin, Floor = floor, Kind = kind }),
    };
}
