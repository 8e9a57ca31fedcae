using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Slipway.Model;

namespace Slipway.Artifacts.Oci;

/// <summary>Names a blob of a layout or a registry: what it is, its digest, how many bytes it has.</summary>
public sealed record Descriptor(string MediaType, Digest Digest, long Size)
{
    /// <summary>The two bytes <c>{}</c>.</summary>
    public static Descriptor Empty { get; } = Of(MediaTypes.Empty, EmptyContent);

    /// <summary>Of a manifest that is no image's.</summary>
    public string? ArtifactType { get; init; }

    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where the blob lies, relative to the release: <c>oci/blobs/sha256/…</c>.</summary>
    public string Path => LayoutPath.Blob(Digest);

    internal static ReadOnlySpan<byte> EmptyContent => "{}"u8;

    public static Descriptor Of(string mediaType, ReadOnlySpan<byte> content) => new(mediaType, Digest.Of(content), content.Length);

    internal Descriptor With(string annotation, string value) => this with { Annotations = Annotations.SetItem(annotation, value) };

    internal JsonObject ToJson()
    {
        var members = new JsonObject { ["mediaType"] = MediaType, ["digest"] = Digest.ToString(), ["size"] = Size };
        if (ArtifactType is not null) members["artifactType"] = ArtifactType;
        if (!Annotations.IsEmpty) members["annotations"] = Json(Annotations);
        return members;
    }

    internal static JsonObject Json(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));
}
