using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Slipway.Boundaries.Receipts;

/// <summary>Reads the log that the compiler writes as SARIF 2.1 (<c>ErrorLog</c>).</summary>
public static class ReceiptReader
{
    /// <returns>Null where it is no such log.</returns>
    public static Receipt? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content);
            var run = document.RootElement.GetProperty("runs")[0];
            var rules = Items(run.GetProperty("tool").GetProperty("driver"), "rules").ToList();
            return new()
            {
                Rules = [.. rules.Select(rule => rule.GetProperty("id").GetString()!)],
                Suppressed = [.. Items(run, "results").Where(result => Items(result, "suppressions").Any()).Select(Suppressed)],
                Lowered = [.. Items(run, "invocations").SelectMany(invocation => Items(invocation, "ruleConfigurationOverrides")).Where(IsLowered).Select(one => one.GetProperty("descriptor").GetProperty("id").GetString()!).Distinct()],
                Seconds = rules.Select(rule => (Id: rule.GetProperty("id").GetString()!, Seconds: SecondsOf(rule))).Where(rule => rule.Seconds > 0)
                    .DistinctBy(rule => rule.Id).ToImmutableDictionary(rule => rule.Id, rule => rule.Seconds),
            };
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static SuppressedResult Suppressed(JsonElement result)
    {
        var suppression = Items(result, "suppressions").First();
        var how = suppression.TryGetProperty("properties", out var properties) && properties.TryGetProperty("suppressionType", out var type) ? type.GetString()! : suppression.GetProperty("kind").GetString()!;
        var rule = result.GetProperty("ruleId").GetString()!;
        if (Items(result, "locations").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } place || !place.TryGetProperty("physicalLocation", out var physical)) return new(rule, how, null, null, null);
        var uri = physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        var region = physical.TryGetProperty("region", out var found) ? found : default;
        var file = Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile ? address.LocalPath : Uri.UnescapeDataString(uri);
        return new(rule, how, file, Number(region, "startLine"), Number(region, "startColumn"));
    }

    private static int? Number(JsonElement region, string name) =>
        region.ValueKind == JsonValueKind.Object && region.TryGetProperty(name, out var number) ? number.GetInt32() : null;

    private static bool IsLowered(JsonElement change)
    {
        var configuration = change.GetProperty("configuration");
        return (configuration.TryGetProperty("enabled", out var enabled) && !enabled.GetBoolean())
            || (configuration.TryGetProperty("level", out var level) && level.GetString() is "none" or "note" or "warning");
    }

    // "0.007", or "<0.001".
    private static double SecondsOf(JsonElement rule) =>
        rule.TryGetProperty("properties", out var properties) && properties.TryGetProperty("executionTimeInSeconds", out var time)
        && double.TryParse(time.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}
