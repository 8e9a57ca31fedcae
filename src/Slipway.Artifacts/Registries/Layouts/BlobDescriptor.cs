using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Oci;
using Slipway.Model;

namespace Slipway.Artifacts.Registries.Layouts;

/// <summary>Names content: what it is, its digest, its size; with everything else that was said of it kept as it was.</summary>
internal sealed record BlobDescriptor(string MediaType, Digest Digest, long Size)
{
    /// <summary>The whole, as it stood.</summary>
    public JsonObject Json { get; private init; } = new() { ["mediaType"] = MediaType, ["digest"] = Digest.ToString(), ["size"] = Size };

    public bool IsManifest => MediaType is MediaTypes.Manifest or MediaTypes.DockerManifest;

    public bool IsIndex => MediaType is MediaTypes.Index or MediaTypes.DockerIndex;

    /// <summary>What it is called, where that is said and a text: anybody may have written it.</summary>
    public string? Title => Json["annotations"] is JsonObject told && told[LayoutIndex.TitleAnnotation] is JsonValue value && value.TryGetValue<string>(out var title) ? title : null;

    /// <exception cref="FormatException">It is none.</exception>
    public static BlobDescriptor Read(JsonElement element)
    {
        var (mediaType, digest) = (element.GetProperty("mediaType").GetString(), element.GetProperty("digest").GetString());
        if (string.IsNullOrEmpty(mediaType) || !Digest.TryParse(digest, out var parsed) || !element.GetProperty("size").TryGetInt64(out var size) || size < 0)
            throw new FormatException($"{element.GetRawText()} names no content by media type, sha256 digest and size");
        return new(mediaType, parsed, size) { Json = JsonNode.Parse(element.GetRawText())!.AsObject() };
    }

    /// <summary>As an index of referrers lists it.</summary>
    public BlobDescriptor AsReferrer(string? artifactType, JsonElement? annotations)
    {
        JsonObject json = new() { ["mediaType"] = MediaType, ["digest"] = Digest.ToString(), ["size"] = Size };
        if (artifactType is not null) json["artifactType"] = artifactType;
        if (annotations is { ValueKind: JsonValueKind.Object } said) json["annotations"] = JsonNode.Parse(said.GetRawText());
        return this with { Json = json };
    }

    /// <summary>Whether it is for a system, such as <c>linux/amd64</c>.</summary>
    public bool IsFor(string platform) => Json["platform"] is JsonObject told && $"{told["os"]}/{told["architecture"]}" == platform;
}
