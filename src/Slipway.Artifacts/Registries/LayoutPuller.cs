using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Artifacts.Registries.Transport;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries;

/// <summary>
/// Pulls an image or an artifact into an OCI layout. A tag is turned into a digest by its bytes, and everything that is kept was held against
/// its own; what lies there whole is not fetched again, so a folder can serve as a cache.
/// </summary>
public sealed class LayoutPuller(RegistryOptions options) : IDisposable
{
    private readonly RegistryTransport _transport = new(options);

    /// <param name="source">With a tag or a digest.</param>
    /// <param name="folder">Where to. What is there already stays; its index is written last, and names what was pulled.</param>
    /// <param name="platform">The system to take from an index, such as <c>linux/amd64</c>; null for all of them.</param>
    /// <param name="referrers">Whether what refers to it is wanted too.</param>
    /// <param name="cancellation">Stops; blobs that are whole stay.</param>
    /// <exception cref="KnownFailureException">
    /// It is not there, the registry refused or failed, its bytes are not those of the digest, or they cannot be written to the folder.
    /// </exception>
    public async Task<PulledLayout> PullAsync(
        RegistryReference source, string folder, string? platform = null, bool referrers = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return await TakeAllAsync(source, Path.GetFullPath(folder), platform, referrers, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RegistryTransport.NotKept(source.Host, error).AsFailure(attempts: 1);
        }
    }

    public void Dispose() => _transport.Dispose();

    private async Task<PulledLayout> TakeAllAsync(RegistryReference source, string folder, string? platform, bool referrers, CancellationToken cancellation)
    {
        var layout = new LayoutFolder(folder);
        var repository = new RegistryRepository(_transport, source);
        var root = await repository.FindManifestAsync(source.Wanted ?? "latest", cancellation) ?? throw Missing($"{source}");
        List<BlobDescriptor> named = [root.Descriptor];
        var chosen = await TakeAsync(repository, layout, root, platform, cancellation);
        if (referrers)
        {
            foreach (var referrer in await repository.FindReferrersAsync(root.Descriptor.Digest, cancellation))
            {
                var manifest = await FindAsync(repository, referrer, cancellation);
                if (manifest.Subject?.Digest != root.Descriptor.Digest) continue;
                await TakeAsync(repository, layout, manifest, null, cancellation);
                named.Add(manifest.AsReferrer);
            }
        }
        WriteIndex(folder, named);
        return new() { Folder = folder, Digest = root.Descriptor.Digest, Manifest = chosen.Digest };
    }

    private static async Task<ManifestText> FindAsync(RegistryRepository repository, BlobDescriptor wanted, CancellationToken cancellation) =>
        await repository.FindManifestAsync(wanted.Digest.ToString(), cancellation) ?? throw Missing($"{repository.At.Host}/{repository.At.Repository}@{wanted.Digest}");

    private async Task<BlobDescriptor> TakeAsync(RegistryRepository repository, LayoutFolder layout, ManifestText manifest, string? platform, CancellationToken cancellation)
    {
        foreach (var blob in manifest.Blobs.DistinctBy(blob => blob.Digest))
            if (!await layout.HasAsync(blob, cancellation)) await _transport.TryAsync(cancellation => FetchAsync(repository, layout, blob, cancellation), cancellation);
        var children = manifest.Children.Where(child => platform is null || child.IsFor(platform)).ToArray();
        if (platform is not null && manifest.Descriptor.IsIndex)
            children = children is [var first, ..] ? [first] : throw Missing($"{repository.At} for {platform}");
        var chosen = manifest.Descriptor;
        foreach (var child in children) chosen = await TakeAsync(repository, layout, await FindAsync(repository, child, cancellation), platform, cancellation);
        AtomicFile.WriteAllBytes(layout.PathOf(manifest.Descriptor.Digest), manifest.Bytes.Span);
        return platform is null ? manifest.Descriptor : chosen;
    }

    // Into a file of its own beside the blob's place, which a next attempt continues.
    private async Task<bool> FetchAsync(RegistryRepository repository, LayoutFolder layout, BlobDescriptor blob, CancellationToken cancellation)
    {
        var target = layout.PathOf(blob.Digest);
        var part = target + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using (var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            if (file.Length > blob.Size) file.SetLength(0);
            if (file.Length < blob.Size) await FetchAsync(repository, blob, file, cancellation);
            if (file.Length < blob.Size) throw RegistryTransport.Short(repository.At.Host, blob.Digest, file.Length, blob.Size);
            file.Position = 0;
            var digest = Digest.FromHash(await SHA256.HashDataAsync(file, cancellation));
            if (digest != blob.Digest)
            {
                file.SetLength(0);
                throw RegistryRepository.Differs($"{blob.Digest} was asked for, and {digest} came", retry: true);
            }
        }
        File.Move(part, target, overwrite: true);
        return true;
    }

    private async Task FetchAsync(RegistryRepository repository, BlobDescriptor blob, FileStream file, CancellationToken cancellation)
    {
        var start = file.Length;
        using var patience = new Patience(_transport.Options, blob.Size, cancellation);
        using var response = await _transport.SendAsync(repository.At, push: false, Request, patience, cancellation);
        if ((int)response.StatusCode is not (200 or 206)) throw await _transport.UnexpectedAsync($"Reading {blob.Digest} of {repository.At.Repository}", repository.At, response, cancellation);
        // Who does not know of parts sends the whole.
        if ((int)response.StatusCode is 200) file.SetLength(start = 0);
        file.Position = start;
        await RegistryTransport.CopyAsync(
            repository.At.Host, response, file, blob.Size - start, moved => _transport.Options.Progress?.Report(new(blob.Digest, start + moved, blob.Size)), patience, cancellation);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, repository.Address($"blobs/{blob.Digest}"));
            if (start > 0) request.Headers.Range = new(start, null);
            return request;
        }
    }

    private static void WriteIndex(string folder, IEnumerable<BlobDescriptor> manifests)
    {
        AtomicFile.WriteAllBytes(Path.Combine(folder, LayoutPath.Marker), LayoutIndex.Marker);
        AtomicFile.WriteAllBytes(Path.Combine(folder, "index.json"), JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = MediaTypes.Index,
            ["manifests"] = new JsonArray([.. manifests.Select(manifest => manifest.Json.DeepClone())]),
        }));
    }

    private static KnownFailureException Missing(string what) => new(new Problem
    {
        Code = Codes.NotInRegistry,
        Message = $"{what} is not there.",
        Mend = "Check registry, path, and tag or digest; some registries say the same to who may not see it.",
    });
}
