using System.Collections.Immutable;

namespace Slipway.Evaluation.Comparison;

/// <summary>What a suite asks of each of its metrics. A metric that it does not name is shown and does not gate.</summary>
public sealed record GatePolicy
{
    public ImmutableSortedDictionary<string, MetricPolicy> Metrics { get; init; } = ImmutableSortedDictionary<string, MetricPolicy>.Empty;
}
