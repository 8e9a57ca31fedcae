using System.Collections.Immutable;
using Slipway.Artifacts.Store;
using Slipway.Evidence.Releases;
using Slipway.Migrations;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Pipeline.Stages.Boundaries.Compatibility;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>The release of a unit that a tag gave its version and that is the newest in the store, with its migration bundle.</summary>
/// <param name="Version"><c>1.4.0</c></param>
/// <param name="Digest">The release digest.</param>
/// <param name="Bundle">Its bundle; null for a release without one.</param>
internal sealed record LastRelease(string Version, Digest Digest, MigrationBundle? Bundle)
{
    private const string Part = "migrate/";

    /// <returns>Null where nothing was released yet.</returns>
    /// <exception cref="KnownFailureException">What lies there is not what was released.</exception>
    public static LastRelease? Find(StageContext context) => ReleasedContracts.Newest(context) is { } release ? Of(context, release) : null;

    /// <summary>The release of that version; null where the store has none.</summary>
    public static LastRelease? Find(StageContext context, string version) =>
        new ReleaseStore(context.Run.Paths.Releases).Find(context.Unit.Id, version) is { } release ? Of(context, release) : null;

    /// <summary>What it would do, as it says itself; null for a release without migrations.</summary>
    public async Task<MigrationSet?> DescribeAsync(CancellationToken cancellation) => Bundle is null ? null : await Bundle.DescribeAsync(cancellation);

    private static LastRelease Of(StageContext context, StoredRelease release)
    {
        var manifest = ReleasedContracts.Manifest(release);
        var files = manifest.Content.Files.Where(file => file.Path.StartsWith(Part, StringComparison.Ordinal)).ToImmutableArray();
        // It is run, so every byte of it has to be the one that was released.
        foreach (var file in files) ReleasedContracts.ReadExactly(context, release, file);
        var program = BundleProgram.Find([.. files.Select(file => Path.Combine(release.Folder, file.Path))]);
        return new(release.Address.Version, ReleaseManifestWriter.DigestOf(manifest.Content), program is null ? null : new(context, program, context.Relative(program)));
    }
}
