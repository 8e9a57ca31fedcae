using System.Text.Json;

namespace Slipway.Boundaries.Scripts;

/// <summary>JSON as tools of JavaScript write it: with comments and trailing commas. Every text in it, with its way and its place.</summary>
internal static class JsonText
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 128 };

    /// <returns>Texts and the keys of objects that lead to them; nothing where it is no JSON.</returns>
    public static IReadOnlyList<JsonLeaf> Leaves(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, Options);
        var leaves = new List<JsonLeaf>();
        var way = new Stack<string>();
        var key = "";
        var keyAt = 0L;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        (key, keyAt) = (reader.GetString()!, reader.TokenStartIndex);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        way.Push(key);
                        key = "";
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        way.Pop();
                        key = "";
                        break;
                    case JsonTokenType.String:
                        var at = System.Text.Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)(key.Length > 0 ? keyAt : reader.TokenStartIndex)));
                        leaves.Add(new([.. way.Reverse().Append(key).Where(part => part.Length > 0)], reader.GetString()!, at));
                        key = "";
                        break;
                    default:
                        key = "";
                        break;
                }
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // What could be read counts.
            return leaves;
        }
        return leaves;
    }
}
