namespace Slipway.Evaluation.Comparison;

/// <summary>What is asked of one metric.</summary>
public sealed record MetricPolicy
{
    public static MetricPolicy Default { get; } = new();

    public MetricKind Kind { get; init; }

    /// <summary>The largest drop of the mean that is tolerated; above 0 and below 1. Default 0.05.</summary>
    public double Margin { get; init; } = 0.05;

    /// <summary>One-sided error probability; above 0 and at most 0.5. Default 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>What the lower confidence bound of the candidate's mean must reach; null for no floor.</summary>
    public double? Floor { get; init; }
}
