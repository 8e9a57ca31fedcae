using System.Collections.Immutable;
using Slipway.Evaluation.Comparison;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

internal static class GateReader
{
    public static (GatePolicy Policy, ImmutableSortedDictionary<EnvironmentName, Inconclusive> OnInconclusive) Read(Fields suite, ProblemList problems)
    {
        var none = ImmutableSortedDictionary<EnvironmentName, Inconclusive>.Empty;
        if (suite.Map("gate", "baseline", "metrics", "onInconclusive") is not { } gate) return (new(), none);
        gate.OneOf("baseline", "deployed", "anchor");
        var policies = ImmutableSortedDictionary.CreateBuilder<string, MetricPolicy>(StringComparer.Ordinal);
        foreach (var member in gate.Map("metrics")?.Node.Members ?? [])
            policies[member.Key] = Metric(new(member.Value, $"the metric '{member.Key}'", suite.File, problems, "margin", "alpha", "floor", "kind"));
        var environments = gate.Map("onInconclusive", "local", "dev", "staging", "production");
        return (
            new() { Metrics = policies.ToImmutable() },
            none.AddRange(Enum.GetValues<EnvironmentName>()
                .Select(name => KeyValuePair.Create(name, environments?.OneOf(name.ToString().ToLowerInvariant(), "hold", "warn")))
                .Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(pair.Key, Enum.Parse<Inconclusive>(pair.Value!, ignoreCase: true)))));
    }

    /// <summary>A metric that nothing feeds would never hold anything back, so its name is taken for a slip.</summary>
    public static void CheckFed(Fields suite, GatePolicy gate, IReadOnlyCollection<ReadCase> cases, ProblemList problems)
    {
        var fed = cases.SelectMany(read => read.Case.Asked.Assertions).Select(assertion => assertion.Spec.Metric).ToHashSet(StringComparer.Ordinal);
        var metrics = suite.Find("gate")?.Members.FirstOrDefault(member => member.Key == "metrics")?.Value.Members ?? [];
        foreach (var member in metrics.Where(member => gate.Metrics[member.Key].Kind is MetricKind.Score && !fed.Contains(member.Key)))
        {
            problems.Add(
                Codes.UnfedMetric, suite.File, member.Line, member.Column, $"No assertion feeds the metric '{member.Key}', so it could never fail.",
                Spelling.Nearest(member.Key, fed) is { } nearest ? $"Did you mean '{nearest}'?" : $"The cases feed {string.Join(", ", fed.Order(StringComparer.Ordinal))}.");
        }
    }

    private static MetricPolicy Metric(Fields fields)
    {
        const string Range = "above 0 and below 1";
        return new()
        {
            Kind = fields.OneOf("kind", "score", "ratio") is "ratio" ? MetricKind.Ratio : MetricKind.Score,
            Margin = fields.Number("margin", value => value is > 0 and < 1, Range) ?? MetricPolicy.Default.Margin,
            Alpha = fields.Number("alpha", value => value is > 0 and <= 0.5, "above 0 and at most 0.5") ?? MetricPolicy.Default.Alpha,
            Floor = fields.Number("floor", value => value is > 0 and < 1, Range),
        };
    }
}
