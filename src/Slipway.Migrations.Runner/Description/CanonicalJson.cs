using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Migrations.Runner.Description;

/// <summary>JSON whose bytes depend on what it says and on nothing else.</summary>
internal static class CanonicalJson
{
    public static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n" };

    /// <returns><c>sha256:</c> and 64 hexadecimal digits.</returns>
    public static string DigestOf(JsonNode node)
    {
        var text = Reduced(node)?.ToJsonString() ?? "null";
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    // A property that is null, false or empty says nothing: a later EF Core that adds one must not change what was released.
    // A checkout with other line endings must not either.
    private static JsonNode? Reduced(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(member => SaysSomething(member.Value))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Reduced(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reduced)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            JsonValue.Create(value.GetValue<string>().ReplaceLineEndings("\n")),
        _ => node?.DeepClone(),
    };

    private static bool SaysSomething(JsonNode? node) => node switch
    {
        null => false,
        JsonArray items => items.Count > 0,
        JsonObject members => members.Count > 0,
        _ => node.GetValueKind() != JsonValueKind.False,
    };
}
