using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Workspace.Node;

/// <summary>A JSON value that knows where it stands.</summary>
/// <param name="Kind">The token that it begins with.</param>
/// <param name="Offset">Of its first byte.</param>
internal sealed record PlacedJson(JsonTokenType Kind, int Offset)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    /// <summary>Of a text.</summary>
    public string? Text { get; private init; }

    /// <summary>Of an object, in the order of the file, a repeated key included.</summary>
    public ImmutableArray<(string Key, int Offset, PlacedJson Value)> Members { get; private init; } = [];

    /// <summary>Of a list.</summary>
    public ImmutableArray<PlacedJson> Items { get; private init; } = [];

    public string Named => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    /// <param name="content">UTF-8 without a byte order mark.</param>
    /// <exception cref="JsonException">It is not JSON; the place is in it.</exception>
    public static PlacedJson Read(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content, Options);
        reader.Read();
        var root = Value(ref reader);
        // Finds what follows the value.
        reader.Read();
        return root;
    }

    private static PlacedJson Value(ref Utf8JsonReader reader)
    {
        var value = new PlacedJson(reader.TokenType, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<(string, int, PlacedJson)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (key, offset) = (TextOf(ref reader), (int)reader.TokenStartIndex);
                    reader.Read();
                    members.Add((key, offset, Value(ref reader)));
                }
                return value with { Members = members.ToImmutable() };
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<PlacedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader));
                return value with { Items = items.ToImmutable() };
            default:
                return reader.TokenType == JsonTokenType.String ? value with { Text = TextOf(ref reader) } : value;
        }
    }

    // Half a surrogate pair is no text, and the reader finds that late and says it without a place.
    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("a text holds half a surrogate pair.", path: null, lineNumber: 0, reader.TokenStartIndex);
        }
    }
}
