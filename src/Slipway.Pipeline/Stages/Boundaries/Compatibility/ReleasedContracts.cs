using System.Collections.Immutable;
using Slipway.Artifacts.Store;
using Slipway.Compatibility;
using Slipway.Compatibility.Versions;
using Slipway.Evidence.Releases;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>What the last release of a unit promised.</summary>
internal sealed record ReleasedContracts
{
    public required ReleaseNumber Version { get; init; }

    /// <summary>The release digest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The contracts by their place in the part.</summary>
    public required ImmutableSortedDictionary<string, ContractText> Texts { get; init; }

    /// <summary>The packages that were released, absolute.</summary>
    public required ImmutableArray<string> Packages { get; init; }

    /// <summary>Where releases of the unit lie, absolute.</summary>
    public static string StoreOf(StageContext context) => Path.Combine(context.Run.Paths.Releases, context.Unit.Id.Folder, context.Unit.Name.Lower);

    /// <summary>The digest of the newest release that a tag gave its version; null where there is none.</summary>
    public static Digest? NewestOf(StageContext context) => Newest(context) is { } release ? ReleaseManifestWriter.DigestOf(Manifest(release).Content) : null;

    /// <returns>Null where nothing was released yet.</returns>
    /// <exception cref="KnownFailureException">What lies there is not what was released.</exception>
    public static ReleasedContracts? Read(StageContext context)
    {
        if (Newest(context) is not { } release || !ReleaseNumber.TryParse(release.Address.Version, out var version)) return null;
        var manifest = Manifest(release);
        return new()
        {
            Version = version,
            Digest = ReleaseManifestWriter.DigestOf(manifest.Content),
            Folder = release.Folder,
            Texts = Below(manifest, $"{UnitContracts.Part}/").ToImmutableSortedDictionary(
                file => file.Path[(UnitContracts.Part.Length + 1)..], file => new ContractText(file.Path, ReadExactly(context, release, file)), StringComparer.Ordinal),
            Packages = [.. Below(manifest, "package/").Where(file => file.Path.EndsWith(".nupkg", StringComparison.Ordinal)).Select(file =>
            {
                ReadExactly(context, release, file);
                return Path.Combine(release.Folder, file.Path);
            })],
        };
    }

    private static IEnumerable<ReleaseFile> Below(ReleaseManifest manifest, string folder) => manifest.Content.Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal));

    internal static StoredRelease? Newest(StageContext context) => new ReleaseStore(context.Run.Paths.Releases).NewestReleased(context.Unit.Id);

    internal static ReleaseManifest Manifest(StoredRelease release)
    {
        var file = Path.Combine(release.Folder, ReleasePath.Manifest);
        var bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
        return ReleaseManifestReader.Read(bytes, file).Match(read => read, problems => throw new KnownFailureException(problems));
    }

    // Signatures are for verify to check; a promise that somebody rewrote in place is none.
    internal static byte[] ReadExactly(StageContext context, StoredRelease release, ReleaseFile file)
    {
        var path = Path.Combine(release.Folder, file.Path);
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return Digest.Of(bytes) == file.Digest ? bytes : throw new KnownFailureException(new Problem
        {
            Code = Codes.ReleaseAltered,
            Message = $"{release.Address.Unit} {release.Address.Version} says that {file.Path} is {file.Digest}, and it is not: the release was altered after it was packaged.",
            File = context.Relative(path),
            Mend = "bring the release back from the registry, or remove its folder; a release is never repaired in place",
        });
    }
}
