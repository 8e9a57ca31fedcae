using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Artifacts.Registries.Layouts;

/// <summary>A manifest or an index: its exact bytes, and what it names.</summary>
internal sealed record ManifestText
{
    /// <summary>More than any registry takes.</summary>
    public const int Largest = 4 << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public required BlobDescriptor Descriptor { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Configuration and layers.</summary>
    public ImmutableArray<BlobDescriptor> Blobs { get; private init; } = [];

    /// <summary>The manifests of an index.</summary>
    public ImmutableArray<BlobDescriptor> Children { get; private init; } = [];

    /// <summary>What it refers to; null for what stands by itself.</summary>
    public BlobDescriptor? Subject { get; private init; }

    /// <summary>As an index of referrers lists it.</summary>
    public required BlobDescriptor AsReferrer { get; init; }

    /// <exception cref="FormatException">The bytes are neither manifest nor index.</exception>
    public static ManifestText Read(BlobDescriptor descriptor, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var root = document.RootElement;
            BlobDescriptor? One(string name) => root.TryGetProperty(name, out var value) ? BlobDescriptor.Read(value) : null;
            ImmutableArray<BlobDescriptor> Many(string name) => root.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(BlobDescriptor.Read)] : [];
            if (root.TryGetProperty("mediaType", out var said) && said.GetString() != descriptor.MediaType)
                throw new FormatException($"it calls itself {said}, and was called {descriptor.MediaType}");
            var config = descriptor.IsManifest ? One("config") ?? throw new FormatException("it has no 'config'") : null;
            var artifactType = root.TryGetProperty("artifactType", out var type) ? type.GetString() : config?.MediaType;
            return new()
            {
                Descriptor = descriptor,
                Bytes = bytes,
                Blobs = config is null ? [] : [config, .. Many("layers")],
                Children = descriptor.IsIndex ? Many("manifests") : [],
                Subject = One("subject"),
                AsReferrer = descriptor.AsReferrer(artifactType, root.TryGetProperty("annotations", out var annotations) ? annotations : null),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"it is no manifest: {error.Message}", error);
        }
    }
}
