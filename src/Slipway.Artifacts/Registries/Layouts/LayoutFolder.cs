using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries.Layouts;

/// <summary>A folder in the form of the OCI image layout. Nothing of it is passed on whose bytes are not those of its digest.</summary>
internal sealed class LayoutFolder(string root)
{
    public string PathOf(Digest digest) => Path.Combine(root, "blobs", "sha256", digest.Hex);

    /// <summary>Every manifest that the layout's index names, and those that they name, each once, children before their index.</summary>
    /// <exception cref="KnownFailureException">The layout cannot be read, or was altered.</exception>
    public ImmutableArray<ManifestText> ReadManifests()
    {
        var found = ImmutableArray.CreateBuilder<ManifestText>();
        try
        {
            var marker = Path.Combine(root, "oci-layout");
            using (var version = JsonDocument.Parse(ReadSmall(marker)))
                if (version.RootElement.GetProperty("imageLayoutVersion").GetString() is not "1.0.0") throw new FormatException("its layout is of another version than 1.0.0");
            using var index = JsonDocument.Parse(ReadSmall(Path.Combine(root, "index.json")));
            foreach (var entry in index.RootElement.GetProperty("manifests").EnumerateArray().Select(BlobDescriptor.Read)) Collect(entry, found, depth: 0);
        }
        catch (Exception error) when (error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw Broken(error.Message, error);
        }
        return found.ToImmutable();
    }

    /// <summary>Reads a blob through, holding it against its digest.</summary>
    /// <exception cref="KnownFailureException">It is missing, or has other bytes.</exception>
    public async Task CheckAsync(BlobDescriptor blob, CancellationToken cancellation)
    {
        try
        {
            var path = PathOf(blob.Digest);
            if (FileKind.Other(path) is { } other) throw new FormatException($"{blob.Digest} is {other}");
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            if (file.Length != blob.Size) throw new FormatException($"{blob.Digest} has {file.Length} bytes instead of {blob.Size}");
            var digest = Digest.FromHash(await SHA256.HashDataAsync(file, cancellation));
            if (digest != blob.Digest) throw new FormatException($"the bytes of {blob.Digest} are those of {digest}");
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            throw Broken(error.Message, error);
        }
    }

    /// <summary>Whether the blob lies there already, whole.</summary>
    public async Task<bool> HasAsync(BlobDescriptor blob, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(blob.Digest))) return false;
        try
        {
            await CheckAsync(blob, cancellation);
            return true;
        }
        catch (KnownFailureException)
        {
            return false;
        }
    }

    private void Collect(BlobDescriptor entry, ImmutableArray<ManifestText>.Builder found, int depth)
    {
        if (found.Any(known => known.Descriptor.Digest == entry.Digest)) return;
        if (!entry.IsManifest && !entry.IsIndex) throw new FormatException($"its index names {entry.Digest}, which is {entry.MediaType} and no manifest");
        if (depth > 4) throw new FormatException("its indexes are nested too deep");
        var bytes = ReadSmall(PathOf(entry.Digest));
        if (Digest.Of(bytes) != entry.Digest || bytes.Length != entry.Size) throw new FormatException($"the bytes of the manifest {entry.Digest} are not those of its digest");
        var manifest = ManifestText.Read(entry, bytes);
        foreach (var child in manifest.Children) Collect(child, found, depth + 1);
        found.Add(manifest);
    }

    private static byte[] ReadSmall(string path)
    {
        if (FileKind.Other(path) is { } other) throw new FormatException($"{Path.GetFileName(path)} is {other}");
        return new FileInfo(path).Length <= ManifestText.Largest ? File.ReadAllBytes(path) : throw new FormatException($"{Path.GetFileName(path)} is too large");
    }

    private KnownFailureException Broken(string why, Exception inner) => new(
        new Problem
        {
            Code = Codes.LayoutBroken,
            Message = $"The OCI layout {root} cannot be used: {why.TrimEnd('.')}.",
            File = root,
            Mend = "Delete it and make it again, or take it again from where it came.",
        },
        inner);
}
