using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Suites.Documents;

/// <summary>A value of a YAML or JSON document that knows where it stands: one shape for both, so that one reader serves both.</summary>
internal sealed record Node
{
    public required NodeKind Kind { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Column { get; init; }

    public IReadOnlyList<Member> Members { get; init; } = [];

    public IReadOnlyList<Node> Items { get; init; } = [];

    /// <summary>A text, number, truth value or null; undefined for maps and lists.</summary>
    public JsonElement Scalar { get; init; }

    public string? Text => Scalar.ValueKind is JsonValueKind.String ? Scalar.GetString() : null;

    public double? Number => Scalar.ValueKind is JsonValueKind.Number ? Scalar.GetDouble() : null;

    public bool IsNull => Kind is NodeKind.Scalar && Scalar.ValueKind is JsonValueKind.Null;

    /// <summary>What it is, for messages.</summary>
    public string Description => Kind switch
    {
        NodeKind.Map => "a map",
        NodeKind.List => "a list",
        _ => Scalar.ValueKind is JsonValueKind.String ? $"the text '{Text}'" : Scalar.GetRawText(),
    };

    public JsonNode? ToJson() => Kind switch
    {
        NodeKind.Map => new JsonObject(Members.DistinctBy(member => member.Key).Select(member => KeyValuePair.Create(member.Key, member.Value.ToJson()))),
        NodeKind.List => new JsonArray([.. Items.Select(item => item.ToJson())]),
        _ => Scalar.ValueKind is JsonValueKind.Null ? null : JsonValue.Create(Scalar),
    };

    public JsonElement ToElement() => JsonSerializer.SerializeToElement(ToJson());

    public static Node Of(JsonElement scalar, int line, int column) =>
        new() { Kind = NodeKind.Scalar, Scalar = scalar, Line = line, Column = column };
}
