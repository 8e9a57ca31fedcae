namespace Slipway.Evaluation.Comparison;

public enum MetricKind
{
    /// <summary>From 0 to 1, higher is better.</summary>
    Score,

    /// <summary>Cost, tokens or latency: compared as a ratio, lower is better.</summary>
    Ratio,
}
