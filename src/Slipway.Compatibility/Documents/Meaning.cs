using System.Text;
using System.Text.Json;

namespace Slipway.Compatibility.Documents;

/// <summary>A document reduced to what a program could notice.</summary>
internal static class Meaning
{
    private static readonly HashSet<string> Words = ["description", "summary", "title", "example", "examples", "externalDocs", "tags", "info", "$comment", "$schema", "$id"];

    // Below these, names are somebody's and not the format's: a property may be called 'description'.
    private static readonly HashSet<string> Named = ["properties", "schemas", "parameters", "responses", "headers", "paths", "patternProperties", "$defs", "definitions"];

    public static bool IsSame(ContractDocument one, ContractDocument other) => Of(one.Root.Value) == Of(other.Root.Value);

    /// <summary>The same text for the same meaning, whatever the order of members.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text, isNamed: false);
        return text.ToString();
    }

    private static void Write(JsonElement value, StringBuilder text, bool isNamed)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    if (!isNamed && Words.Contains(member.Name)) continue;
                    text.Append(JsonEncodedText.Encode(member.Name).ToString()).Append(':');
                    Write(member.Value, text, !isNamed && Named.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Object);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var element in value.EnumerateArray())
                {
                    Write(element, text, isNamed: false);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
