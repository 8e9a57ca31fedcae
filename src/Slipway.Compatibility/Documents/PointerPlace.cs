using System.Globalization;
using System.Text.Json;

namespace Slipway.Compatibility.Documents;

/// <summary>Finds the line that a JSON pointer leads to, or as much of it as is there: of what is gone, the place where it was.</summary>
public static class PointerPlace
{
    /// <param name="utf8">The document.</param>
    /// <param name="pointer">With a <c>#</c> before it.</param>
    /// <returns>Counted from 1; null where the text is no JSON, or the pointer is none.</returns>
    public static (int Line, int Column)? Find(ReadOnlySpan<byte> utf8, string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        if (!pointer.StartsWith(JsonPointer.Root, StringComparison.Ordinal)) return null;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ContractDocument.Deepest });
            if (!reader.Read()) return null;
            var at = reader.TokenStartIndex;
            foreach (var token in pointer.Split('/').Skip(1).Select(JsonPointer.Unescape))
            {
                if (Enter(ref reader, token) is not { } found) break;
                at = found;
            }
            return PlaceOf(utf8, (int)at);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // From the begin of a value to the begin of the value that it holds under that name; where its name or itself begins is told.
    private static long? Enter(ref Utf8JsonReader reader, string token)
    {
        var wanted = int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var start = reader.TokenStartIndex;
                    var isIt = reader.ValueTextEquals(token);
                    reader.Read();
                    if (isIt) return start;
                    reader.Skip();
                }
                return null;
            case JsonTokenType.StartArray:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    if (index == wanted) return reader.TokenStartIndex;
                    reader.Skip();
                }
                return null;
            default:
                return null;
        }
    }

    private static (int Line, int Column) PlaceOf(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..offset];
        return (before.Count((byte)'\n') + 1, offset - (before.LastIndexOf((byte)'\n') + 1) + 1);
    }
}
