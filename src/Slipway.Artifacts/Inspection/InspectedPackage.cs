using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Artifacts.Inspection;

/// <summary>A package or program that a release's SBOM names.</summary>
/// <param name="Name">With its kind: <c>nuget/Npgsql</c>.</param>
/// <param name="Version">Null where none is told.</param>
/// <param name="License">As the SBOM has it; null where none is told.</param>
public sealed record InspectedPackage(string Name, string? Version, string? License)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>What an SBOM in CycloneDX names with a package URL, each once; none where it cannot be read.</summary>
    internal static ImmutableArray<InspectedPackage> Read(ReadOnlyMemory<byte> sbom)
    {
        try
        {
            using var document = JsonDocument.Parse(sbom, Strict);
            return [.. Components(document.RootElement).Select(Of).OfType<InspectedPackage>().Distinct().OrderBy(package => package.Name, StringComparer.Ordinal).ThenBy(package => package.Version, StringComparer.Ordinal)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static JsonElement.ArrayEnumerator Components(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty("components", out var components) && components.ValueKind is JsonValueKind.Array ? components.EnumerateArray() : default;

    private static InspectedPackage? Of(JsonElement component)
    {
        if (Text(component, "purl") is not { } purl || !purl.StartsWith("pkg:", StringComparison.Ordinal)) return null;
        var name = purl[4..].Split('?')[0];
        if (name.LastIndexOf('@') is > 0 and var at) name = name[..at];
        return new(Uri.UnescapeDataString(name), Text(component, "version"), LicenseOf(component));
    }

    private static string? LicenseOf(JsonElement component)
    {
        if (!component.TryGetProperty("licenses", out var licenses) || licenses.ValueKind is not JsonValueKind.Array) return null;
        var told = licenses.EnumerateArray()
            .Select(license => Text(license, "expression") ?? (license.ValueKind is JsonValueKind.Object && license.TryGetProperty("license", out var one) ? Text(one, "id") ?? Text(one, "name") : null))
            .OfType<string>().ToArray();
        return told.Length == 0 ? null : string.Join(" AND ", told);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
