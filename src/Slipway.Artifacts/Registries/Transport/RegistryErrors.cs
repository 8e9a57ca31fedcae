using System.Text.Json;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries.Transport;

/// <summary>What a registry says of a refusal: <c>{"errors":[{"code":…,"message":…}]}</c>.</summary>
internal static class RegistryErrors
{
    /// <summary>A colon and the words; nothing where there are none.</summary>
    public static string Told(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var told = answer.RootElement.GetProperty("errors").EnumerateArray().Take(3).Select(error => $"{Text(error, "code")} {Text(error, "message")}".Trim());
            return string.Join("; ", told) is { Length: > 0 } text ? $": {Printable.Of(new string([.. text.Take(500)]))}" : "";
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
