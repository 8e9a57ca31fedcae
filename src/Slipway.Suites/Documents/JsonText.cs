using System.Text;
using System.Text.Json;

namespace Slipway.Suites.Documents;

/// <summary>Reads strict JSON that stands on one line, such as a line of JSONL, and keeps every value's column.</summary>
internal static class JsonText
{
    /// <summary>The value, or null with the reason added to the problems.</summary>
    /// <param name="text">The line.</param>
    /// <param name="line">Its number, counted from 1.</param>
    /// <param name="file">What messages call the file.</param>
    /// <param name="problems">Where faults go.</param>
    public static Node? Read(string text, int line, string file, ProblemList problems)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            reader.Read();
            var node = Value(ref reader, bytes, line);
            reader.Read();
            return node;
        }
        catch (JsonException exception)
        {
            var column = Column(bytes, Math.Min(exception.BytePositionInLine ?? 0, bytes.Length));
            var reason = exception.Message.Split(" LineNumber:", 2)[0];
            problems.Add(Codes.Unreadable, file, line, column, $"This line is not JSON: {reason}", "Write one JSON object on each line.");
            return null;
        }
    }

    private static Node Value(ref Utf8JsonReader reader, byte[] bytes, int line)
    {
        var column = Column(bytes, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<Member>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
                {
                    var (key, at) = (reader.GetString()!, Column(bytes, reader.TokenStartIndex));
                    reader.Read();
                    members.Add(new(key, line, at, Value(ref reader, bytes, line)));
                }
                return new() { Kind = NodeKind.Map, Members = members, Line = line, Column = column };
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) items.Add(Value(ref reader, bytes, line));
                return new() { Kind = NodeKind.List, Items = items, Line = line, Column = column };
            default:
                return Node.Of(JsonElement.ParseValue(ref reader), line, column);
        }
    }

    private static int Column(byte[] bytes, long index) => Encoding.UTF8.GetCharCount(bytes, 0, (int)index) + 1;
}
