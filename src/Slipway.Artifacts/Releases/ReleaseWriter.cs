using Slipway.Artifacts.Folders;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Releases;

/// <summary>Composes a release out of built parts. Nobody sees it half done: it is made beside its place and moved there whole.</summary>
public sealed class ReleaseWriter(ReleaseStore store)
{
    /// <summary>Copies every file of every part, writes <c>release.json</c>, and moves the release to its place.</summary>
    /// <exception cref="KnownFailureException">A part is missing, or holds what cannot be shipped; every such file is named.</exception>
    public async Task<WrittenRelease> WriteAsync(ReleaseDraft draft, CancellationToken cancellation = default)
    {
        var target = store.PathOf(draft.Address);
        var plan = CopyPlan.Of(draft.Parts);
        using var building = AtomicFolder.Begin(target);
        await plan.CopyAsync(building.Path, cancellation);
        var manifest = new ReleaseManifest
        {
            Content = new()
            {
                Unit = draft.Unit,
                Parts = plan.Parts,
                Files = await FolderFiles.HashAsync(building.Path, plan.Targets, cancellation),
            },
            Origin = draft.Origin,
        };
        var digest = ReleaseManifestWriter.DigestOf(manifest.Content);
        if (await KeptAsync(target, manifest, cancellation) is { } kept)
        {
            store.Touch(draft.Address);
            return new() { Folder = target, Manifest = kept, Digest = digest, Kept = true };
        }
        var file = Path.Combine(building.Path, ReleasePath.Manifest);
        await File.WriteAllBytesAsync(file, ReleaseManifestWriter.Write(manifest), cancellation);
        building.Commit();
        return new() { Folder = target, Manifest = manifest, Digest = digest };
    }

    /// <summary>The manifest of what lies there, if it is the same content, untouched, and its origin is at least as good.</summary>
    private static async Task<ReleaseManifest?> KeptAsync(string target, ReleaseManifest wanted, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(target, ReleasePath.Manifest))) return null;
        if (ReleaseFolder.ReadManifest(target) is not Evidence.Reading<ReleaseManifest>.Accepted(var present)) return null;
        var isSame = ReleaseManifestWriter.DigestOf(present.Content) == ReleaseManifestWriter.DigestOf(wanted.Content)
            && IsAsGood(present.Origin, wanted.Origin)
            && (await ReleaseFolder.CompareAsync(target, present.Content, cancellation)).IsEmpty;
        return isSame ? present : null;
    }

    // The same content from an earlier commit stays what it is; but what was built from uncommitted changes gives way to what was not.
    private static bool IsAsGood(ReleaseOrigin present, ReleaseOrigin wanted) =>
        present.Version == wanted.Version
        && present.Builder == wanted.Builder
        && (present is { Dirty: false, Commit: not null } || (present.Commit == wanted.Commit && present.Dirty == wanted.Dirty));
}
