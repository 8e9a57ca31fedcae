using System.Text.Json;

namespace Slipway.Migrations.Sources;

/// <summary>Asks an object for members that may be absent.</summary>
internal static class JsonMembers
{
    extension(JsonElement element)
    {
        /// <summary>The member; null where it is absent or null.</summary>
        public JsonElement? Member(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
                ? member
                : null;

        public string? Text(string name) => element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

        public int? Int(string name) => element.Member(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

        public bool? Flag(string name) => element.Member(name)?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
    }
}
