using System.Text.Json;
using Slipway.Evaluation.Assertions.Graders;
using Slipway.Model.Problems;

namespace Slipway.Evaluation.Assertions.Schemas;

/// <summary>Reads schemas strictly: a keyword that is not understood would let answers through that it forbids.</summary>
internal static class SchemaReader
{
    private static readonly Dictionary<string, Func<JsonElement, JsonElement, SchemaRule>> Keywords = new(StringComparer.Ordinal)
    {
        ["type"] = (value, _) => SchemaRules.Type(Types(value)),
        ["enum"] = (value, _) => SchemaRules.Enum([.. Array(value, "enum")]),
        ["const"] = (value, _) => SchemaRules.Enum([value]),
        ["required"] = (value, _) => SchemaRules.Required(Strings(value, "required")),
        ["properties"] = (value, _) => SchemaRules.Properties(Members(value)),
        ["additionalProperties"] = (value, schema) => SchemaRules.AdditionalProperties(
            schema.TryGetProperty("properties", out var known) ? [.. known.EnumerateObject().Select(member => member.Name)] : [],
            value.ValueKind is JsonValueKind.False ? null : Sub(value)),
        ["items"] = (value, _) => SchemaRules.Items(Sub(value)),
        ["minItems"] = (value, _) => SchemaRules.Count(JsonValueKind.Array, Number(value, "minItems"), double.PositiveInfinity),
        ["maxItems"] = (value, _) => SchemaRules.Count(JsonValueKind.Array, 0, Number(value, "maxItems")),
        ["minLength"] = (value, _) => SchemaRules.Count(JsonValueKind.String, Number(value, "minLength"), double.PositiveInfinity),
        ["maxLength"] = (value, _) => SchemaRules.Count(JsonValueKind.String, 0, Number(value, "maxLength")),
        ["minimum"] = (value, _) => SchemaRules.Range(Number(value, "minimum"), double.PositiveInfinity),
        ["maximum"] = (value, _) => SchemaRules.Range(double.NegativeInfinity, Number(value, "maximum")),
        ["pattern"] = (value, _) => SchemaRules.Pattern(RegexGrader.Create(Values.Pattern(value))),
        ["title"] = (_, _) => SchemaRules.Nothing,
        ["description"] = (_, _) => SchemaRules.Nothing,
        ["$schema"] = (_, _) => SchemaRules.Nothing,
    };

    private static readonly string[] KnownTypes = ["array", "boolean", "integer", "null", "number", "object", "string"];

    public static Schema Read(JsonElement schema)
    {
        var rules = new List<SchemaRule>();
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Keywords.TryGetValue(keyword.Name, out var factory))
            {
                throw new AssertionValueException(
                    $"The schema's keyword '{keyword.Name}' is not supported, and a keyword that is not checked would pass what it forbids.",
                    Spelling.Nearest(keyword.Name, Keywords.Keys) is { } nearest
                        ? $"Did you mean '{nearest}'?"
                        : $"Use {string.Join(", ", Keywords.Keys)}.");
            }
            rules.Add(factory(keyword.Value, schema));
        }
        return new(rules);
    }

    private static Schema Sub(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => new([]),
        JsonValueKind.Object => Read(value),
        _ => throw Wrong("A schema within a schema", "an object", value),
    };

    private static Dictionary<string, Schema> Members(JsonElement value) => value.ValueKind is JsonValueKind.Object
        ? value.EnumerateObject().ToDictionary(member => member.Name, member => Sub(member.Value), StringComparer.Ordinal)
        : throw Wrong("'properties'", "an object", value);

    private static JsonElement.ArrayEnumerator Array(JsonElement value, string keyword) => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray()
        : throw Wrong($"'{keyword}'", "a list", value);

    private static IReadOnlyList<string> Types(JsonElement value)
    {
        var types = Strings(value, "type");
        return types.All(KnownTypes.Contains) ? types : throw Wrong("'type'", $"one of {string.Join(", ", KnownTypes)}", value);
    }

    private static IReadOnlyList<string> Strings(JsonElement value, string keyword) => value.ValueKind is JsonValueKind.String
        ? [value.GetString()!]
        : [.. Array(value, keyword).Select(item => item.ValueKind is JsonValueKind.String
            ? item.GetString()!
            : throw Wrong($"'{keyword}'", "texts", item))];

    private static double Number(JsonElement value, string keyword) => value.ValueKind is JsonValueKind.Number
        ? value.GetDouble()
        : throw Wrong($"'{keyword}'", "a number", value);

    private static AssertionValueException Wrong(string what, string expected, JsonElement value) =>
        new($"{what} of the schema must be {expected}, not {Values.Describe(value)}.", "Mend the schema.");
}
