using System.Collections.Immutable;
using NuGet.Versioning;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Store;

/// <summary>The folder of releases: <c>services/catalog/1.4.0/</c>, one folder a release.</summary>
/// <param name="root">Usually <c>artifacts/releases</c>; it need not exist.</param>
/// <param name="clock">Says when a release became the newest.</param>
public sealed class ReleaseStore(string root, TimeProvider? clock = null)
{
    // The mark of a folder that is still being written, or being removed.
    private const string Unfinished = ".tmp-";
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Absolute.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Where a release lies or would lie.</summary>
    /// <exception cref="BadInputException">The version cannot be a folder's name.</exception>
    public string PathOf(ReleaseAddress address) => ReleaseVersion.IsValid(address.Version)
        ? Path.Combine(FolderOf(address.Unit), address.Version)
        : throw new BadInputException(new Problem
        {
            Code = Codes.BadVersion,
            Message = $"'{address.Version}' cannot be the version of {address.Unit}.",
            Mend = $"A version is {ReleaseVersion.Grammar}.",
        });

    /// <summary>Every release of every unit, by unit, newest first.</summary>
    public ImmutableArray<StoredRelease> List() =>
    [
        .. Enum.GetValues<UnitKind>().SelectMany(kind => FoldersIn(Path.Combine(Root, kind.Folder))
            .Select(folder => UnitName.TryParse(Path.GetFileName(folder), out var name) ? new UnitId(kind, name) : (UnitId?)null)
            .OfType<UnitId>()
            .Order()
            .SelectMany(unit => List(unit))),
    ];

    /// <summary>Every release of a unit, newest first. What is still being written is not there.</summary>
    public ImmutableArray<StoredRelease> List(UnitId unit) =>
    [
        .. FoldersIn(FolderOf(unit))
            .Where(folder => IsRelease(Path.GetFileName(folder)))
            .Select(folder => new StoredRelease(new(unit, Path.GetFileName(folder)), folder, Directory.GetLastWriteTimeUtc(folder)))
            .OrderByDescending(release => release.WrittenAt)
            .ThenByDescending(release => release.Address.Version, StringComparer.Ordinal),
    ];

    /// <summary>The release that was written last, whatever its number: a version made of a fingerprint has no order.</summary>
    public StoredRelease? Newest(UnitId unit) => List(unit).FirstOrDefault();

    /// <summary>Those that a tag gave their version, newest first by its number; not the builds in between.</summary>
    public ImmutableArray<StoredRelease> Released(UnitId unit) =>
    [
        .. List(unit)
            .Select(release => (Release: release, Version: NuGetVersion.TryParse(release.Address.Version, out var version) ? version : null))
            .Where(found => found.Version is { IsPrerelease: false })
            .OrderByDescending(found => found.Version)
            .Select(found => found.Release),
    ];

    /// <summary>The first of them; null where only builds in between lie there.</summary>
    public StoredRelease? NewestReleased(UnitId unit) => Released(unit).FirstOrDefault();

    /// <summary>A release by its version; null where it is not there.</summary>
    public StoredRelease? Find(UnitId unit, string version) => List(unit).FirstOrDefault(release => release.Address.Version == version);

    /// <summary>Every release of a unit whose manifest has that digest; several versions can be of one content. Nothing is verified.</summary>
    public ImmutableArray<StoredRelease> Find(UnitId unit, Digest digest) => [.. List(unit).Where(release => DigestOf(release) == digest)];

    /// <summary>Removes a release; one that is not there is no error.</summary>
    public void Remove(ReleaseAddress address)
    {
        var folder = PathOf(address);
        if (!Directory.Exists(folder)) return;
        // First out of sight, in one step: a release half removed would be reported as tampered with.
        var aside = $"{folder}{Unfinished}{Guid.NewGuid():N}";
        Directory.Move(folder, aside);
        FileTree.Delete(aside);
    }

    /// <summary>Makes a release that lies there already the newest.</summary>
    internal void Touch(ReleaseAddress address) => Directory.SetLastWriteTimeUtc(PathOf(address), _clock.GetUtcNow().UtcDateTime);

    private static Digest? DigestOf(StoredRelease release) =>
        ReleaseFolder.ReadManifest(release.Folder).Match<Digest?>(manifest => ReleaseManifestWriter.DigestOf(manifest.Content), _ => null);

    private static bool IsRelease(string name) => ReleaseVersion.IsValid(name) && !name.Contains(Unfinished, StringComparison.Ordinal);

    private static IEnumerable<string> FoldersIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [];

    private string FolderOf(UnitId unit) => Path.Combine(Root, unit.Folder, unit.Name.Lower);
}
