using System.Text.Json;
using Slipway.Evaluation.Assertions;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>Reads one assertion of a case.</summary>
internal sealed class AssertionReader(SuiteFolder folder, string file, Variables variables, ProblemList problems)
{
    public Assertion? Read(Node node)
    {
        var fields = new Fields(node, "the assertion", file, problems, "type", "value", "weight", "metric");
        if (fields.Require("type", $"Use one of {string.Join(", ", AssertionTypes.Names)}.") is null || fields.Text("type") is not { } type) return null;
        var spec = new AssertionSpec
        {
            Type = type,
            Value = Value(fields.Find("value"), type),
            Weight = fields.Number("weight", value => double.IsFinite(value) && value >= 0, "a finite number from 0 upwards") ?? 1,
            Metric = fields.Text("metric") ?? Assertion.DefaultMetric,
        };
        if (Assertion.TryCreate(spec, out var assertion, out var fault)) return assertion;
        problems.Add(Codes.BadAssertion, file, fields.Find(fault.Key) ?? node, fault.Message, fault.Mend);
        return null;
    }

    private JsonElement Value(Node? value, string type)
    {
        if (value is null) return default;
        var rendered = SuiteFolder.IsReference(value.Text) ? FromFile(value) : Render(value);
        // promptfoo takes a schema as a map or as YAML in a text.
        return rendered?.Text is { } text && type.EndsWith("is-json", StringComparison.Ordinal)
            ? YamlText.Read(text, file, problems)?.ToElement() ?? default
            : rendered?.ToElement() ?? default;
    }

    private Node? FromFile(Node reference) =>
        folder.Resolve(reference, folder.Path, file, problems)?.Read(problems) is { } text
            ? reference with { Scalar = JsonSerializer.SerializeToElement(text) }
            : null;

    private Node Render(Node value) => value switch
    {
        { Kind: NodeKind.List } => value with { Items = [.. value.Items.Select(Render)] },
        { Text: { } text } when text.Contains("{{", StringComparison.Ordinal) =>
            value with { Scalar = JsonSerializer.SerializeToElement(Template.Render(text, value, variables, file, problems) ?? text) },
        _ => value,
    };
}
