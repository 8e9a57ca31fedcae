using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Artifacts.Registries.Transport;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries;

/// <summary>
/// Pushes an OCI layout: blobs, then manifests by digest, then the account of what refers to what, and the tag last. So whatever is found by
/// its tag is whole. Every byte is held against its digest before it is sent, and every digest that the registry names after.
/// </summary>
public sealed class LayoutPusher(RegistryOptions options) : IDisposable
{
    private const int AttemptsAtReferrers = 5;
    private readonly RegistryTransport _transport = new(options);

    /// <param name="folder">The layout. Its index names one manifest that refers to nothing, and any number that refer to that.</param>
    /// <param name="target">Where to; its tag is set at the end, if it has one. A tag never changes what it names. With a digest, nothing else is pushed.</param>
    /// <param name="cancellation">Stops; what was sent stays, untagged.</param>
    /// <exception cref="KnownFailureException">The layout is broken, the registry refused or failed, or the tag names other content.</exception>
    public async Task<PushedLayout> PushAsync(string folder, RegistryReference target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var layout = new LayoutFolder(Path.GetFullPath(folder));
        var manifests = layout.ReadManifests();
        var root = RootOf(manifests, folder, target.Digest);
        var repository = new RegistryRepository(_transport, target);
        var blobs = manifests.SelectMany(manifest => manifest.Blobs).DistinctBy(blob => blob.Digest).ToImmutableArray();
        foreach (var blob in blobs) await layout.CheckAsync(blob, cancellation);
        if (target.Tag is { } tag) await RefuseTakenAsync(repository, tag, root.Descriptor.Digest, cancellation);

        var sent = 0;
        foreach (var blob in blobs)
            if (await new BlobUpload(_transport, repository, blob, layout.PathOf(blob.Digest)).RunAsync(cancellation)) sent++;
        await PutAsync(repository, manifests, cancellation);
        if (target.Tag is not null) await TagAsync(repository, target.Tag, root, cancellation);
        return new()
        {
            Reference = target.WithDigest(root.Descriptor.Digest),
            Digest = root.Descriptor.Digest,
            Referrers = manifests.Count(manifest => manifest.Subject is not null),
            Sent = sent,
            Present = blobs.Length - sent,
        };
    }

    public void Dispose() => _transport.Dispose();

    private static ManifestText RootOf(ImmutableArray<ManifestText> manifests, string folder, Digest? wanted)
    {
        var children = manifests.SelectMany(manifest => manifest.Children).Select(child => child.Digest).ToHashSet();
        ManifestText[] roots = [.. manifests.Where(manifest => manifest.Subject is null && !children.Contains(manifest.Descriptor.Digest))];
        if (roots is not [var root]) throw Broken(folder, $"holds {roots.Length} images or artifacts, and one is pushed at a time");
        return wanted is null || root.Descriptor.Digest == wanted ? root : throw Broken(folder, $"holds {root.Descriptor.Digest}, and {wanted} was to be pushed");
    }

    private static KnownFailureException Broken(string folder, string why) => new(new Problem
    {
        Code = Codes.LayoutBroken,
        Message = $"The OCI layout {folder} {why}.",
        File = folder,
        Mend = "Push a layout of one image, and of the one that is meant.",
    });

    private static async Task RefuseTakenAsync(RegistryRepository repository, string tag, Digest digest, CancellationToken cancellation)
    {
        if (await repository.FindManifestAsync(tag, cancellation) is not { } present || present.Descriptor.Digest == digest) return;
        throw new KnownFailureException(new Problem
        {
            Code = Codes.TagTaken,
            Message = $"{repository.At} is {present.Descriptor.Digest} already, and {digest} was to be pushed under that tag.",
            Mend = "A version names one content for ever: release what changed under another version.",
        });
    }

    private async Task PutAsync(RegistryRepository repository, ImmutableArray<ManifestText> manifests, CancellationToken cancellation)
    {
        List<ManifestText> unaccounted = [];
        foreach (var manifest in manifests.OrderBy(manifest => manifest.Subject is null ? 0 : 1))
        {
            var accounted = await repository.PutManifestAsync(manifest.Descriptor.Digest.ToString(), manifest, cancellation);
            if (manifest.Subject is not null && !accounted) unaccounted.Add(manifest);
        }
        foreach (var group in unaccounted.GroupBy(manifest => manifest.Subject!.Digest))
            await AccountAsync(repository, group.Key, [.. group.Select(manifest => manifest.AsReferrer)], cancellation);
    }

    // Read, add, write, and look again when whoever read the same has written too: the registry knows no other way.
    private async Task AccountAsync(RegistryRepository repository, Digest subject, BlobDescriptor[] referrers, CancellationToken cancellation)
    {
        var (tag, written) = (RegistryRepository.TagOfReferrers(subject), 0);
        while (await repository.ChangeManifestAsync(tag, Completed, cancellation))
        {
            written++;
            await Task.Delay(options.ReferrersSettling * (1 + Random.Shared.NextDouble()), options.Clock, cancellation);
        }

        ManifestText? Completed(ManifestText? list)
        {
            var present = list?.Children ?? [];
            BlobDescriptor[] missing = [.. referrers.Where(referrer => present.All(known => known.Digest != referrer.Digest))];
            if (missing.Length == 0) return null;
            return written < AttemptsAtReferrers ? IndexOf([.. present, .. missing]) : throw Overwritten(repository, tag);
        }
    }

    private static KnownFailureException Overwritten(RegistryRepository repository, string tag) => new(new Problem
    {
        Code = Codes.ReferrersLost,
        Message = $"{repository.At.Host} has no API for referrers, and the list under the tag {tag} was overwritten by somebody else {AttemptsAtReferrers} times.",
        Mend = "Push to one image from one place at a time, and push again.",
    });

    private static ManifestText IndexOf(IEnumerable<BlobDescriptor> manifests)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = MediaTypes.Index,
            ["manifests"] = new JsonArray([.. manifests.Select(manifest => manifest.Json.DeepClone())]),
        });
        return ManifestText.Read(new(MediaTypes.Index, Digest.Of(bytes), bytes.Length), bytes);
    }

    private static async Task TagAsync(RegistryRepository repository, string tag, ManifestText root, CancellationToken cancellation)
    {
        // By digest first: what a registry calls written must be what is read, before anybody can find it.
        var written = await repository.FindManifestAsync(root.Descriptor.Digest.ToString(), cancellation);
        if (written is null) throw RegistryRepository.Differs($"{root.Descriptor.Digest} was written, and is not there").AsFailure(1);
        await repository.PutManifestAsync(tag, root, cancellation);
    }
}
