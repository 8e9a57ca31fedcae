using System.Text.Json;

namespace Slipway.Evidence.Json;

/// <summary>Says where two documents part, member by member, in words.</summary>
internal static class JsonDifference
{
    public static IEnumerable<string> Between(JsonElement expected, JsonElement signed, string path = "")
    {
        if (JsonElement.DeepEquals(expected, signed)) return [];
        if (expected.ValueKind is not JsonValueKind.Object || signed.ValueKind is not JsonValueKind.Object)
            return [$"{path} ought to be {expected.GetRawText()}, and was signed as {signed.GetRawText()}"];
        var members = expected.EnumerateObject().Concat(signed.EnumerateObject());
        var keys = members.Select(member => member.Name).Distinct(StringComparer.Ordinal);
        return keys.SelectMany(key => (expected.TryGetProperty(key, out var mine), signed.TryGetProperty(key, out var theirs)) switch
        {
            (true, true) => Between(mine, theirs, path.Length == 0 ? key : $"{path}.{key}"),
            (true, false) => [$"{path}.{key} ought to be {mine.GetRawText()}, and was not signed"],
            _ => [$"{path}.{key} was signed as {theirs.GetRawText()}, and ought not to be there"],
        });
    }
}
