using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Releases;
using Slipway.Evidence.Statements;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Publishing;

/// <summary>
/// Puts a release together again out of a registry: the folder that was published, byte for byte. Nothing of it is believed on the way; what is
/// missing or other than it was, verifying says.
/// </summary>
/// <param name="options">Of the registry's client.</param>
public sealed partial class ReleasePuller(RegistryOptions options)
{
    /// <param name="source">With a tag or a digest.</param>
    /// <param name="folder">Where the release will lie; one that lies there is replaced.</param>
    /// <param name="cancellation">Stops; nothing half made is left.</param>
    /// <returns>The digest of the image or artifact, computed from its bytes.</returns>
    /// <exception cref="KnownFailureException">It is not there, is no release of Slipway's, or the registry failed.</exception>
    public async Task<Digest> PullAsync(RegistryReference source, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var building = AtomicFolder.Begin(folder);
        var oci = Path.Combine(building.Path, LayoutPath.Folder);
        using var puller = new LayoutPuller(options);
        var pulled = await puller.PullAsync(source, oci, referrers: true, cancellation: cancellation);
        var layout = new LayoutFolder(oci);
        var manifests = layout.ReadManifests();
        var manifest = Choose(source, Releases(layout, manifests, pulled.Digest));
        await File.WriteAllBytesAsync(Path.Combine(building.Path, ReleasePath.Manifest), ReleaseManifestWriter.Write(manifest), cancellation);
        Place(building.Path, Statements(layout, manifests, manifest));
        WriteDockerManifest(building.Path, manifest.Content, manifests.First(known => known.Descriptor.Digest == pulled.Digest));
        Find(source, new ContentFinder(building.Path, manifest.Content), manifests);
        DerivedFiles.Write(building.Path, manifest);
        building.Commit();
        return pulled.Digest;
    }

    // What a manifest calls its files, anybody may have written: names that no disk takes among them.
    private static void Find(RegistryReference source, ContentFinder finder, ImmutableArray<ManifestText> manifests)
    {
        try
        {
            finder.Find(manifests);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused(source, $"cannot be put together here: {error.Message.TrimEnd('.')}", "See that the disk has room and may be written; a name that no disk takes was not released by Slipway.");
        }
    }

    private static ImmutableArray<ReleaseManifest> Releases(LayoutFolder layout, ImmutableArray<ManifestText> manifests, Digest main) =>
    [
        .. Referring(layout, manifests, MediaTypes.Release)
            .Select(blob => ReleaseManifestReader.Read(blob.Bytes).Match<ReleaseManifest?>(read => read, _ => null))
            .OfType<ReleaseManifest>()
            .Where(manifest => ReleaseLayout.Of(manifest.Content)?.Main.Digest == main),
    ];

    // Two versions may hold the very same image: then the tag says which is meant.
    private static ReleaseManifest Choose(RegistryReference source, ImmutableArray<ReleaseManifest> releases) =>
        releases.FirstOrDefault(release => release.Origin.Version == source.Tag) ?? releases switch
        {
            // Else whoever may push could serve an old release, as well signed as any, under a new one's tag.
            [var one] when source.Tag is { } tag && IsVersion(tag) => throw Refused(
                source, $"is the release {one.Origin.Version}: the tag was moved", "Find out who moved it. To read what is there all the same, name it by its digest."),
            [var one] => one,
            [] => throw Refused(source, "is no release of Slipway's: nothing that refers to it says what it was", "Publish it with this version of Slipway."),
            _ => throw Refused(source, $"is the image of several releases ({string.Join(", ", releases.Select(release => release.Origin.Version).Order(StringComparer.Ordinal))})", "Name one of them by its tag."),
        };

    // A tag such as "production" may name any release.
    private static bool IsVersion(string tag) => Version.IsMatch(tag);

    [GeneratedRegex(@"\A\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?\z")]
    private static partial Regex Version { get; }

    // A release that was signed again may have left its first statements in the registry. Those of one signing belong together, and the last counts.
    private static IEnumerable<(AttestationName Name, ReadOnlyMemory<byte> Bytes)> Statements(LayoutFolder layout, ImmutableArray<ManifestText> manifests, ReleaseManifest manifest)
    {
        var digest = ReleaseManifestWriter.DigestOf(manifest.Content);
        var about =
            from blob in Referring(layout, manifests, Evidence.Uris.SigstoreBundle)
            let statement = BundleClaim.Read(blob.Bytes)
            where statement is not null && statement.Subjects.Any(subject => subject.Digests.GetValueOrDefault("sha256") == digest.Hex)
            let name = NameOf(blob.Title)
            where name is not null
            select (name, blob.Bytes, signing: SigningAct.Of(statement));
        return about.GroupBy(claim => claim.signing?.Invocation)
            .OrderByDescending(group => group.Max(claim => claim.signing?.SignedAt)).Take(1)
            .SelectMany(group => group.DistinctBy(claim => claim.name))
            .Select(claim => (claim.name, claim.Bytes));
    }

    private static AttestationName? NameOf(string? title) => AttestationName.TryParsePath($"{ReleasePath.Attestations}/{title}", out var name) ? name : null;

    private static IEnumerable<(string? Title, ReadOnlyMemory<byte> Bytes)> Referring(LayoutFolder layout, ImmutableArray<ManifestText> manifests, string artifactType) =>
        from manifest in manifests
        where manifest.Subject is not null && (string?)manifest.AsReferrer.Json["artifactType"] == artifactType && manifest.Blobs.Length == 2
        let blob = manifest.Blobs[1]
        where blob.Size <= ManifestText.Largest * 16
        select (blob.Title, (ReadOnlyMemory<byte>)File.ReadAllBytes(layout.PathOf(blob.Digest)));

    private static void Place(string release, IEnumerable<(AttestationName Name, ReadOnlyMemory<byte> Bytes)> statements)
    {
        Directory.CreateDirectory(Path.Combine(release, ReleasePath.Attestations));
        foreach (var (name, bytes) in statements) AtomicFile.WriteAllBytes(Path.Combine(release, name.Path), bytes.Span);
    }

    // Registries have no room for it, and it follows from the image.
    private static void WriteDockerManifest(string release, ReleaseContent content, ManifestText image)
    {
        var path = $"{LayoutPath.Folder}/{LayoutPath.DockerManifest}";
        if (content.Files.Any(file => file.Path == path))
            AtomicFile.WriteAllBytes(Path.Combine(release, path), DockerManifest.Write(content.Unit, image.Blobs[0].Digest, image.Blobs[1..].Select(layer => layer.Digest)));
    }

    private static KnownFailureException Refused(RegistryReference source, string what, string mend) =>
        new(new Problem { Code = Codes.NoReleaseThere, Message = $"{source} {what}.", Mend = mend });
}
