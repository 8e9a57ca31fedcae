using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Evidence.Provenance;

/// <summary>
/// The packages and the base image that an SBOM names with a digest: what the build resolved from elsewhere. What it only names stays out, since
/// a dependency without a digest could be any.
/// </summary>
internal static class SbomMaterials
{
    /// <summary>Ordinal order of names, each once; none where it is no SBOM.</summary>
    public static ImmutableArray<Material> Of(ReadOnlyMemory<byte> sbom)
    {
        using var document = JsonDocument.Parse(sbom);
        if (document.RootElement.ValueKind is not JsonValueKind.Object
            || !document.RootElement.TryGetProperty("components", out var components) || components.ValueKind is not JsonValueKind.Array) return [];
        return
        [
            .. components.EnumerateArray().Where(component => component.ValueKind is JsonValueKind.Object).Select(Of).OfType<Material>()
                .DistinctBy(material => material.Name).OrderBy(material => material.Name, StringComparer.Ordinal),
        ];
    }

    private static Material? Of(JsonElement component)
    {
        // A layout on disk has no package URL; its digest says which it is.
        var name = Text(component, "purl") ?? (Text(component, "type") is "container" ? $"oci:{Text(component, "name")}" : null);
        return name is null || !component.TryGetProperty("hashes", out var hashes) || hashes.ValueKind is not JsonValueKind.Array
            ? null
            : Material.Of(name, Digests(hashes));
    }

    // CycloneDX writes SHA-512 where in-toto writes sha512.
    private static Dictionary<string, string> Digests(JsonElement hashes)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var hash in hashes.EnumerateArray())
        {
            if (Text(hash, "alg") is { } algorithm && Text(hash, "content") is { } content)
                digests[algorithm.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()] = content;
        }
        return digests;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
