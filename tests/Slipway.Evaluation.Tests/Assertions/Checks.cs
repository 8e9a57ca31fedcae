using System.Text.Json;
using Slipway.Evaluation.Assertions;

namespace Slipway.Evaluation.Tests.Assertions;

internal static class Checks
{
    /// <param name="type">Such as <c>not-contains</c>.</param>
    /// <param name="value">The value as JSON; null for none.</param>
    /// <param name="weight">How much it counts.</param>
    /// <param name="metric">The metric it feeds.</param>
    public static Assertion Of(string type, string? value = null, double weight = 1, string metric = Assertion.DefaultMetric) =>
        Assertion.TryCreate(Spec(type, value, weight, metric), out var assertion, out var fault)
            ? assertion
            : throw new InvalidOperationException(fault.ToString());

    public static AssertionFault FaultOf(string type, string? value = null, double weight = 1) =>
        Assertion.TryCreate(Spec(type, value, weight, Assertion.DefaultMetric), out _, out var fault)
            ? throw new InvalidOperationException("The check was understood.")
            : fault;

    private static AssertionSpec Spec(string type, string? value, double weight, string metric) => new()
    {
        Type = type,
        Value = value is null ? default : JsonElement.Parse(value),
        Weight = weight,
        Metric = metric,
    };
}
