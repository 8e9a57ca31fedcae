using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Slipway.Evidence.Json;

namespace Slipway.Artifacts.Oci;

/// <summary>An OCI image manifest: of an image, of an artifact, or of something that refers to either.</summary>
internal sealed record OciManifest
{
    /// <summary>Null for an image.</summary>
    public string? ArtifactType { get; init; }

    public Descriptor Config { get; init; } = Descriptor.Empty;

    public required ImmutableArray<Descriptor> Layers { get; init; }

    /// <summary>What it refers to.</summary>
    public Descriptor? Subject { get; init; }

    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Its bytes in their one form.</summary>
    public byte[] Write()
    {
        var members = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = MediaTypes.Manifest,
            ["config"] = Config.ToJson(),
            ["layers"] = new JsonArray([.. Layers.Select(layer => layer.ToJson())]),
        };
        if (ArtifactType is not null) members["artifactType"] = ArtifactType;
        // A subject is named by type, digest and size alone: annotations are for lists.
        if (Subject is not null) members["subject"] = new Descriptor(Subject.MediaType, Subject.Digest, Subject.Size).ToJson();
        if (!Annotations.IsEmpty) members["annotations"] = Descriptor.Json(Annotations);
        return CanonicalJson.Write(members);
    }

    /// <summary>As a list names a manifest with these bytes: with its artifact type and its annotations.</summary>
    public Descriptor Describe(ReadOnlySpan<byte> bytes) =>
        Descriptor.Of(MediaTypes.Manifest, bytes) with { ArtifactType = ArtifactType, Annotations = Annotations };
}
