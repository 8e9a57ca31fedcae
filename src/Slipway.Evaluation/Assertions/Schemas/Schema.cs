using System.Text.Json;

namespace Slipway.Evaluation.Assertions.Schemas;

/// <summary>The part of JSON Schema that checks of an answer use, as a list of rules that all must hold.</summary>
internal sealed class Schema(IReadOnlyList<SchemaRule> rules)
{
    /// <summary>What is wrong with a value, first thing first; nothing when it fits.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands in the answer, such as <c>$.skus[0]</c>.</param>
    public IEnumerable<string> Violations(JsonElement value, string path) => rules.SelectMany(rule => rule(value, path));
}
