using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>Reads a base image out of an OCI layout. Index, manifest and configuration are held against their digests; layers are when they are copied.</summary>
public static class BaseImageReader
{
    private const string NameAnnotation = "org.opencontainers.image.ref.name";
    private const long LargestDocument = 4 << 20;

    /// <summary>As Go names this machine's processor; null for one that .NET images do not exist for.</summary>
    internal static string? Architecture => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "amd64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.Arm => "arm",
        _ => null,
    };

    /// <param name="layout">The layout's folder, absolute.</param>
    /// <param name="called">What the image is called in messages and in the SBOM.</param>
    /// <param name="name">Its reference name there; null where the layout holds one image, or <paramref name="digest"/> tells.</param>
    /// <param name="digest">Of its manifest, or of an index over several systems' manifests.</param>
    /// <exception cref="BadInputException">There is no such layout or image, it is not for Linux on this processor, or it was altered.</exception>
    public static BaseImage Read(string layout, string called, string? name = null, Digest? digest = null)
    {
        try
        {
            return new Reader(layout, called).Read(name, digest);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException
            or OverflowException or IOException or UnauthorizedAccessException)
        {
            throw Unreadable(called, $"it is no OCI layout: {error.Message.TrimEnd('.')}");
        }
    }

    internal static BadInputException Unreadable(string called, string why) => new(new Problem
    {
        Code = Codes.BaseImageUnreadable,
        Message = $"The base image {called} cannot be used: {why}.",
        Mend = "Let baseImage or nodeBaseImage in platform.yaml, whichever names it, name an image for Linux by digest, or an OCI layout such as skopeo copy writes.",
    });

    private sealed class Reader(string layout, string called)
    {
        public BaseImage Read(string? name, Digest? digest)
        {
            using var index = JsonDocument.Parse(ReadSmall(Path.Combine(layout, "index.json"), "its index"));
            var chosen = Chosen(index.RootElement, name, digest);
            using var manifest = ForThisMachine(chosen, out var manifestDigest);
            var root = manifest.RootElement;
            using var config = Open(DigestOf(root.GetProperty("config")));
            var layers = root.GetProperty("layers").EnumerateArray().Select(Layer).ToImmutableArray();
            var read = Config(config.RootElement);
            if (read.DiffIds.Length != layers.Length) throw Unreadable(called, $"it has {layers.Length} layers and names {read.DiffIds.Length}");
            return new(layout, layers, read) { Name = called, Digest = manifestDigest };
        }

        private Digest Chosen(JsonElement index, string? name, Digest? digest)
        {
            if (digest is { } given) return given;
            var images = index.GetProperty("manifests").EnumerateArray()
                .Where(entry => !entry.TryGetProperty("artifactType", out _) && (name is null || NameOf(entry) == name))
                .ToList();
            return images.Count == 1
                ? DigestOf(images[0])
                : throw Unreadable(called, $"it holds {images.Count} images{(name is null ? "; say which, as layout:PATH:NAME" : $" of that name")}");
        }

        private JsonDocument ForThisMachine(Digest digest, out Digest manifest)
        {
            var document = Open(digest);
            manifest = digest;
            if (!document.RootElement.TryGetProperty("manifests", out var several)) return document;
            using (document)
            {
                var mine = several.EnumerateArray().Where(IsForThisMachine).Select(DigestOf).Cast<Digest?>().FirstOrDefault();
                manifest = mine ?? throw Unreadable(called, $"it has no image for linux/{Architecture}");
                return Open(manifest);
            }
        }

        private static bool IsForThisMachine(JsonElement entry) => entry.TryGetProperty("platform", out var platform)
            && platform.GetProperty("os").GetString() == "linux" && platform.GetProperty("architecture").GetString() == Architecture;

        private ImageConfig Config(JsonElement root)
        {
            if (root.GetProperty("os").GetString() is not "linux" and var system) throw Unreadable(called, $"it is for {system}");
            return new()
            {
                Architecture = Text(root.GetProperty("architecture")),
                Variant = root.TryGetProperty("variant", out var variant) ? variant.GetString() : null,
                DiffIds = [.. root.GetProperty("rootfs").GetProperty("diff_ids").EnumerateArray().Select(layer => Digest.Parse(Text(layer)))],
                Environment = root.TryGetProperty("config", out var config) && config.TryGetProperty("Env", out var environment) && environment.ValueKind is JsonValueKind.Array
                    ? [.. environment.EnumerateArray().Select(variable => Text(variable))]
                    : [],
            };
        }

        private static Descriptor Layer(JsonElement layer) =>
            new(MediaTypes.LayerOf(Text(layer.GetProperty("mediaType"))), DigestOf(layer), layer.GetProperty("size").GetInt64());

        private JsonDocument Open(Digest digest)
        {
            var bytes = ReadSmall(Path.Combine(layout, LayoutPath.Blobs, digest.Hex), $"{digest}");
            if (Digest.Of(bytes) != digest) throw Unreadable(called, $"{digest} was altered");
            return JsonDocument.Parse(bytes);
        }

        private byte[] ReadSmall(string path, string what)
        {
            // A named pipe would keep whoever opens it for ever.
            if (FileKind.Other(path) is { } other) throw Unreadable(called, $"{what} is {other}");
            var file = new FileInfo(path);
            return file is { Exists: true, Length: > LargestDocument } ? throw Unreadable(called, $"{what} has {file.Length} bytes, which cannot be a manifest") : File.ReadAllBytes(path);
        }

        private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException("null stands where a text belongs");

        private static Digest DigestOf(JsonElement descriptor) => Digest.Parse(Text(descriptor.GetProperty("digest")));

        private static string? NameOf(JsonElement entry) =>
            entry.TryGetProperty("annotations", out var annotations) && annotations.TryGetProperty(NameAnnotation, out var name) ? name.GetString() : null;
    }
}
