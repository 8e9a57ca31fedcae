using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slipway.Evaluation.Assertions;

/// <summary>Reads the values of checks.</summary>
internal static class Values
{
    /// <summary>A text, or a number or truth value as JavaScript's <c>String()</c> writes it.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => NotEmpty(value.GetString()!),
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Undefined => throw new AssertionValueException("The assertion has no value.", "Add the text to look for as 'value'."),
        _ => throw new AssertionValueException(
            $"The value must be a text or a number, not {Describe(value)}.", "Write one text; for several use contains-any or contains-all."),
    };

    public static string Pattern(JsonElement value) => value.ValueKind is JsonValueKind.String
        ? NotEmpty(value.GetString()!)
        : throw new AssertionValueException(
            $"The value must be a regular expression in a text, not {Describe(value)}.", "Write the pattern in quotes, without slashes around it.");

    /// <summary>A list, or one text with commas between its fields; a field in double quotes may hold commas.</summary>
    public static IReadOnlyList<string> List(JsonElement value)
    {
        IReadOnlyList<string> fields = value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(Text)]
            : [.. Fields(Text(value)).Where(field => field.Length > 0)];
        return fields.Count > 0
            ? fields
            : throw new AssertionValueException("The list of texts is empty, so the check says nothing.", "Name at least one text.");
    }

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => value.GetRawText(),
    };

    private static string NotEmpty(string text) => text.Length > 0
        ? text
        : throw new AssertionValueException("The value is an empty text, which every answer contains.", "Write the text to look for.");

    private static IEnumerable<string> Fields(string text)
    {
        var field = new StringBuilder();
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"') quoted = !quoted;
            if (letter == ',' && !quoted)
            {
                yield return Unquoted(field);
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }
        yield return Unquoted(field);
    }

    private static string Unquoted(StringBuilder field)
    {
        var text = field.ToString().Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
