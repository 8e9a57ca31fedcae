using System.Text.Json;

namespace Slipway.Evaluation.Assertions;

/// <summary>One check as a suite writes it down, not yet understood.</summary>
public sealed record AssertionSpec
{
    /// <summary>Such as <c>icontains</c> or <c>not-regex</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What to compare with; its shape depends on the type. Undefined when the suite gives none.</summary>
    public JsonElement Value { get; init; }

    /// <summary>How much it counts within its case; 0 shows it and lets it decide nothing.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The metric that it feeds.</summary>
    public string Metric { get; init; } = Assertion.DefaultMetric;
}
