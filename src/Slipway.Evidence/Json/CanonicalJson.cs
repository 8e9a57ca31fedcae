using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Evidence.Json;

/// <summary>
/// JSON in the one form of RFC 8785: keys in ordinal order, no spaces, nothing escaped that need not be. Written by hand because
/// what System.Text.Json escapes depends on the Unicode tables of the runtime, and a digest must not.
/// </summary>
/// <remarks>Numbers are whole and at most 2^53 - 1 in size, which every reader of JSON agrees on.</remarks>
public static class CanonicalJson
{
    private const long LargestWhole = (1L << 53) - 1;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(JsonNode node) => Write(node, indent: null);

    /// <summary>The same for people: two spaces, one member a line, a line's end at the end.</summary>
    public static byte[] WriteIndented(JsonNode node) => Write(node, indent: 0);

    private static byte[] Write(JsonNode node, int? indent)
    {
        var text = new StringBuilder();
        Append(text, node, indent);
        if (indent is not null) text.Append('\n');
        return Utf8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, JsonNode? node, int? indent)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                var ordered = members.OrderBy(member => member.Key, StringComparer.Ordinal);
                Enclose(text, '{', '}', ordered, indent, (member, inner) =>
                {
                    Quote(text, member.Key);
                    text.Append(indent is null ? ":" : ": ");
                    Append(text, member.Value, inner);
                });
                break;
            case JsonArray items:
                Enclose(text, '[', ']', items, indent, (item, inner) => Append(text, item, inner));
                break;
            case var value when value.GetValueKind() is JsonValueKind.String:
                Quote(text, value.GetValue<string>());
                break;
            case var value when value.GetValueKind() is JsonValueKind.Number:
                text.Append(Whole(value.ToJsonString()));
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void Enclose<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int? indent, Action<T, int?> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(',');
            first = false;
            Break(text, indent + 1);
            append(item, indent + 1);
        }
        if (!first) Break(text, indent);
        text.Append(close);
    }

    private static void Break(StringBuilder text, int? indent)
    {
        if (indent is { } level) text.Append('\n').Append(' ', level * 2);
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }
        text.Append('"');
    }

    private static string Whole(string number) =>
        long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && Math.Abs(whole) <= LargestWhole
            ? whole.ToString(CultureInfo.InvariantCulture)
            : throw new NotSupportedException($"{number} has no canonical form here; only whole numbers up to 2^53 - 1 have.");
}
