using System.Collections.Immutable;
using Slipway.Artifacts.Feeds;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Publishing;

/// <summary>
/// Publishes releases: verifies each from its bytes, then pushes exactly what was verified, by digest. Images and artifacts go to a registry as
/// <c>PREFIX/services/catalog:1.4.0</c>, with everything that refers to them; NuGet packages go to a feed.
/// </summary>
/// <param name="terms">What each release is held against.</param>
/// <param name="registry">Registry and prefix; null for none.</param>
/// <param name="feed">Null for none.</param>
/// <param name="options">Of the registry's client.</param>
public sealed class ReleasePublisher(VerificationTerms terms, RegistryReference? registry, PackageFeed? feed, RegistryOptions options)
{
    /// <exception cref="KnownFailureException">It does not verify, holds nothing to publish, or was refused.</exception>
    public async Task<PublishedRelease> PublishAsync(StoredRelease release, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        var verdict = await ReleaseVerifier.VerifyAsync(release.Folder, terms with { Address = release.Address }, cancellation);
        if (!verdict.Passed) throw new KnownFailureException(verdict.Problems);
        var content = verdict.Manifest!.Content;
        var published = new PublishedRelease { Address = release.Address };
        if (registry is not null) published = published with { Layout = await PushLayoutAsync(release, content, registry, cancellation) };
        if (feed is not null && content.Unit.Kind is UnitKind.Package) published = published with { Packages = await PushPackagesAsync(release, content, feed, cancellation) };
        return published;
    }

    private async Task<PushedLayout> PushLayoutAsync(StoredRelease release, ReleaseContent content, RegistryReference prefix, CancellationToken cancellation)
    {
        var target = prefix.Below($"{content.Unit.Folder}/{content.Unit.Name.Lower}").WithTag(release.Address.Version).WithDigest(DigestIn(content));
        using var pusher = new LayoutPusher(options);
        return await pusher.PushAsync(Path.Combine(release.Folder, LayoutPath.Folder), target, cancellation);
    }

    // What is pushed is what the signed manifest names, whatever lies in the folder by then.
    private static Digest DigestIn(ReleaseContent content) => ReleaseLayout.Of(content)?.Main.Digest ?? throw new KnownFailureException(new Problem
    {
        Code = Codes.NothingToPublish,
        Message = $"The release of {content.Unit} holds neither an image nor an artifact for a registry.",
        Mend = "Package it again with this version of Slipway.",
    });

    private static async Task<ImmutableArray<PushedPackage>> PushPackagesAsync(StoredRelease release, ReleaseContent content, PackageFeed feed, CancellationToken cancellation)
    {
        var scratch = Directory.CreateTempSubdirectory("slipway-publish-").FullName;
        try
        {
            var pushed = ImmutableArray.CreateBuilder<PushedPackage>();
            foreach (var file in content.Files.Where(file => file.Path.StartsWith("package/", StringComparison.Ordinal) && file.Path.EndsWith(".nupkg", StringComparison.Ordinal)))
            {
                var copy = Path.Combine(scratch, Path.GetFileName(file.Path));
                File.Copy(Path.Combine(release.Folder, file.Path), copy);
                if (Digest.Of(await File.ReadAllBytesAsync(copy, cancellation)) != file.Digest) throw Changed(file);
                pushed.Add(await feed.PushAsync(copy, cancellation));
            }
            return pushed.ToImmutable();
        }
        finally
        {
            FileTree.Delete(scratch);
        }
    }

    private static KnownFailureException Changed(ReleaseFile file) => new(new Problem
    {
        Code = Codes.FileChanged,
        Message = $"{file.Path} was changed after it was verified.",
        File = file.Path,
        Mend = "Package the unit again.",
    });
}
