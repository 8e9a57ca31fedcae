using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Releases;

/// <summary>
/// Composes a release out of built parts. Nobody sees it half done: it is made beside its place and moved there whole. A release is
/// immutable: one that lies there already and was altered is reported and never repaired.
/// </summary>
public sealed class ReleaseWriter(ReleaseStore store)
{
    /// <summary>Copies every file of every part, writes layout, SBOM and <c>release.json</c>, and moves the release to its place.</summary>
    /// <exception cref="KnownFailureException">
    /// The version lies there already and was altered, or a part is missing or holds what cannot be shipped; every such file is named.
    /// </exception>
    public async Task<WrittenRelease> WriteAsync(ReleaseDraft draft, CancellationToken cancellation = default)
    {
        var target = store.PathOf(draft.Address);
        var present = await ReadWholeAsync(draft.Address, target, cancellation);
        var plan = CopyPlan.Of(draft.Parts);
        using var building = AtomicFolder.Begin(target);
        var content = await Composition.MakeAsync(draft, building.Path, plan, cancellation);
        var manifest = new ReleaseManifest { Content = content, Origin = draft.Origin };
        var digest = ReleaseManifestWriter.DigestOf(manifest.Content);
        if (present is not null && ReleaseManifestWriter.DigestOf(present.Content) == digest && IsAsGood(present.Origin, manifest.Origin))
        {
            store.Touch(draft.Address);
            return new() { Folder = target, Manifest = present, Digest = digest, Kept = true };
        }
        var file = Path.Combine(building.Path, ReleasePath.Manifest);
        await File.WriteAllBytesAsync(file, ReleaseManifestWriter.Write(manifest), cancellation);
        DerivedFiles.Write(building.Path, manifest);
        building.Commit();
        var replaced = present is null ? (Model.Digest?)null : ReleaseManifestWriter.DigestOf(present.Content);
        return new() { Folder = target, Manifest = manifest, Digest = digest, Replaced = replaced };
    }

    /// <summary>The manifest of what lies there, which must be whole; null where nothing does.</summary>
    private static async Task<ReleaseManifest?> ReadWholeAsync(ReleaseAddress address, string target, CancellationToken cancellation)
    {
        if (!Directory.Exists(target)) return null;
        var reading = ReleaseFolder.ReadManifest(target);
        var present = reading.Match<ReleaseManifest?>(read => read, _ => null);
        var problems = present is null ? reading.Problems : await ReleaseFolder.CompareAsync(target, present.Content, cancellation);
        return problems.IsEmpty ? present : throw new KnownFailureException([Altered(address, target), .. problems]);
    }

    // The same content from an earlier commit stays what it is; but what was built from uncommitted changes gives way to what was not.
    private static bool IsAsGood(ReleaseOrigin present, ReleaseOrigin wanted) =>
        present.Version == wanted.Version
        && present.Builder == wanted.Builder
        && (present is { Dirty: false, Commit: not null } || (present.Commit == wanted.Commit && present.Dirty == wanted.Dirty));

    private static Problem Altered(ReleaseAddress address, string target) => new()
    {
        Code = Codes.Altered,
        Message = $"{address.Unit} {address.Version} lies there already and was altered after it was packaged; a release is never repaired in place.",
        File = target,
        Mend = ReleaseFolder.Mend(target),
    };
}
