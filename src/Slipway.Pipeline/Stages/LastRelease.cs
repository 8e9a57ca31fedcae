using System.Collections.Immutable;
using Slipway.Artifacts.Store;
using Slipway.Evidence.Releases;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages;

/// <summary>A release of a unit that a tag gave its version and that lies in the store: what today's sources are held against.</summary>
internal sealed class LastRelease
{
    private const string ComparedWith = "compared-with";

    private readonly StageContext _context;
    private readonly StoredRelease _stored;
    private readonly ReleaseContent _content;

    private LastRelease(StageContext context, StoredRelease stored)
    {
        (_context, _stored, _content) = (context, stored, ContentOf(stored));
        Digest = ReleaseManifestWriter.DigestOf(_content);
    }

    /// <summary><c>1.4.0</c></summary>
    public string Version => _stored.Address.Version;

    /// <summary>The release digest.</summary>
    public Digest Digest { get; }

    /// <summary>What <see cref="Find(StageContext)"/> looks at: which there are, when each was written, and the newest. Builds in between are many.</summary>
    public static IEnumerable<string> LooksAt(StageContext context)
    {
        yield return Path.Combine(context.Run.Paths.Releases, context.Unit.Id.Folder, context.Unit.Name.Lower) + Path.DirectorySeparatorChar;
        var released = Store(context).Released(context.Unit.Id);
        foreach (var release in released) yield return release.Folder + Path.DirectorySeparatorChar;
        if (released is [var newest, ..]) yield return newest.Folder;
    }

    /// <summary>The newest by its number.</summary>
    /// <returns>Null where nothing was released yet.</returns>
    /// <exception cref="KnownFailureException">What lies there is no release.</exception>
    public static LastRelease? Find(StageContext context) => Store(context).NewestReleased(context.Unit.Id) is { } stored ? new(context, stored) : null;

    /// <summary>The release of that version; null where the store has none.</summary>
    /// <exception cref="KnownFailureException">What lies there is no release.</exception>
    public static LastRelease? Find(StageContext context, string version) => Store(context).Find(context.Unit.Id, version) is { } stored ? new(context, stored) : null;

    /// <summary>A result that stands as long as this release is the newest, or as there is none.</summary>
    public static StageResult Noted(StageResult result, LastRelease? last) =>
        last is null ? result : result with { Outputs = result.Outputs.SetItem(ComparedWith, last.Digest) };

    /// <summary>Whether the release that a result was <see cref="Noted"/> with is still the newest.</summary>
    public static bool StillStands(StageContext context, StageResult recorded)
    {
        try
        {
            return Find(context)?.Digest == (recorded.Outputs.TryGetValue(ComparedWith, out var digest) ? digest : (Digest?)null);
        }
        catch (KnownFailureException)
        {
            return false;
        }
    }

    /// <summary>The files of a part, by their path in the release.</summary>
    public ImmutableArray<ReleaseFile> FilesOf(string part) => [.. _content.Files.Where(file => file.Path.StartsWith($"{part}/", StringComparison.Ordinal))];

    /// <summary>Where a file of the release lies, absolute.</summary>
    public string Absolute(string path) => Path.Combine(_stored.Folder, path);

    /// <summary>The bytes of a file. Signatures are for verify to check; what somebody rewrote in place is not what was released.</summary>
    /// <exception cref="KnownFailureException">They are not those that were released.</exception>
    public byte[] Read(ReleaseFile file)
    {
        var path = Absolute(file.Path);
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return Digest.Of(bytes) == file.Digest ? bytes : throw new KnownFailureException(new Problem
        {
            Code = Codes.ReleaseAltered,
            Message = $"{_stored.Address.Unit} {Version} says that {file.Path} is {file.Digest}, and it is not: the release was altered after it was packaged.",
            File = _context.Relative(path),
            Mend = "bring the release back from the registry, or remove its folder; a release is never repaired in place",
        });
    }

    private static ReleaseStore Store(StageContext context) => new(context.Run.Paths.Releases);

    private static ReleaseContent ContentOf(StoredRelease release)
    {
        var file = Path.Combine(release.Folder, ReleasePath.Manifest);
        var bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
        return ReleaseManifestReader.Read(bytes, file).Match(read => read, problems => throw new KnownFailureException(problems)).Content;
    }
}
