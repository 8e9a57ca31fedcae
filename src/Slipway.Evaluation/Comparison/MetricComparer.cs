using System.Collections.Immutable;
using System.Globalization;
using Slipway.Evaluation.Grading;

namespace Slipway.Evaluation.Comparison;

/// <summary>Compares metric by metric.</summary>
internal static class MetricComparer
{
    public static ImmutableArray<MetricComparison> Compare(Scoreboard candidate, Dictionary<string, CaseScore> before, GatePolicy policy) =>
    [
        .. candidate.Cases.SelectMany(score => score.Metrics.Keys)
            .Concat(policy.Metrics.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(metric => Compare(metric, candidate, before, policy.Metrics.GetValueOrDefault(metric))),
    ];

    private static MetricComparison Compare(string metric, Scoreboard candidate, Dictionary<string, CaseScore> before, MetricPolicy? policy)
    {
        if (policy?.Kind is MetricKind.Ratio) return NotMeasured(metric);
        List<double> scores = [.. candidate.Cases.Where(now => now.Metrics.ContainsKey(metric)).Select(now => now.Metrics[metric])];
        List<double> differences =
        [
            .. candidate.Cases
                .Where(now => now.Metrics.ContainsKey(metric) && before.TryGetValue(now.Id, out var then) && then.Metrics.ContainsKey(metric))
                .Select(now => now.Metrics[metric] - before[now.Id].Metrics[metric]),
        ];
        var comparison = new MetricComparison
        {
            Metric = metric,
            Gating = policy is not null,
            Verdict = GateVerdict.Pass,
            Reason = "",
            Candidate = scores.Count > 0 ? scores.Average() : null,
            Cases = scores.Count,
            Difference = differences.Count > 0 ? differences.Average() : null,
            Pairs = differences.Count,
        };
        var (verdict, reason) = Judge(comparison, policy ?? MetricPolicy.Default);
        return comparison with { Verdict = verdict, Reason = reason };
    }

    private static (GateVerdict Verdict, string Reason) Judge(MetricComparison metric, MetricPolicy policy)
    {
        if (metric.Candidate is not { } mean) return (GateVerdict.Inconclusive, "no case is scored for it");
        if (policy.Floor is { } floor && Wilson.LowerBound(mean, metric.Cases, policy.Alpha) is var bound && bound < floor)
        {
            // A mean below the floor is a fault of the candidate; a mean above it that rests on too few cases is a fault of the suite.
            return (mean < floor ? GateVerdict.Regressed : GateVerdict.Inconclusive, Text($"{bound:0.0000} is the least that {metric.Cases} cases show, below the floor {floor}"));
        }
        if (metric.Difference is not { } difference) return (GateVerdict.Inconclusive, "the baseline has no case with it");
        if (difference < -policy.Margin) return (GateVerdict.Regressed, Text($"the mean fell by {-difference:0.0000} over {metric.Pairs} cases, more than the margin {policy.Margin}"));
        return (difference > 0 ? GateVerdict.Improved : GateVerdict.Pass, Text($"{mean:0.0000} over {metric.Cases} cases, {difference:+0.0000;-0.0000;0.0000} since the baseline"));
    }

    private static MetricComparison NotMeasured(string metric) => new()
    {
        Metric = metric,
        Gating = false,
        Verdict = GateVerdict.Inconclusive,
        Reason = "not compared: recorded answers carry no usage",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
