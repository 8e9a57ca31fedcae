using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// The files that links lead to. Git knows of a link only where it leads, so what is read through one would have no say otherwise. Where
/// it leads is looked up as it lies there now: a link that led elsewhere at another commit differs by itself.
/// </summary>
/// <param name="root">The platform's root, absolute.</param>
/// <param name="files">All files, of now or of another time.</param>
/// <param name="listed">What git lists today.</param>
internal sealed class LinkedFiles(string root, ImmutableSortedDictionary<string, InputFile> files, ImmutableSortedDictionary<string, InputFile> listed)
{
    private const string Link = "120000";

    // A link to half the machine would be read for minutes, and by every run.
    private const int Most = 10_000;

    private readonly string _real = RealPath.Of(root) ?? root;
    private readonly ConcurrentDictionary<string, ImmutableArray<Input>> _unlisted = new(StringComparer.Ordinal);

    /// <summary>Whether there is any link at all: most platforms have none.</summary>
    public bool AreAny { get; } = files.Values.Any(IsLink);

    /// <summary>The files behind those that are links, those behind links in a linked folder included.</summary>
    public IEnumerable<InputFile> Of(IEnumerable<InputFile> inputs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<InputFile>(inputs.Where(IsLink));
        while (pending.TryDequeue(out var link))
        {
            foreach (var target in Behind(link).Where(target => seen.Add(target.Path)))
            {
                if (IsLink(target)) pending.Enqueue(target);
                yield return target;
            }
        }
    }

    /// <summary>What lies directly behind those that are links and is outside of the platform or ignored, by its content.</summary>
    public IEnumerable<Input> Unlisted(IEnumerable<InputFile> inputs) => inputs.Where(IsLink).SelectMany(link => UnlistedBehind(link));

    /// <summary>Whether git tells of everything that is and could come to be behind those that are links.</summary>
    public bool AreSeen(IEnumerable<InputFile> inputs) => inputs.Where(IsLink)
        .All(link => RealPath.Of(Path.Join(root, link.Path)) is { } real && IsInside(real) && UnlistedBehind(link).IsEmpty);

    private static bool IsLink(InputFile file) => file.Mode == Link;

    private IEnumerable<InputFile> Behind(InputFile link)
    {
        if (RealPath.Of(Path.Join(root, link.Path)) is not { } real) return [];
        var path = FromRoot(real);
        if (files.TryGetValue(path, out var file)) return [file];
        return path == "." ? files.Values : files.Values.Where(below => below.Path.StartsWith(path + "/", StringComparison.Ordinal));
    }

    // What it is called counts from the link: where the rest of it lies may be another place on each machine.
    private ImmutableArray<Input> UnlistedBehind(InputFile link) => _unlisted.GetOrAdd(link.Path, path =>
    {
        var found = Walk(path).Take(Most + 1).ToList();
        return found.Count > Most
            ? [new($"what {path} leads to, more than {Most} files", Guid.NewGuid().ToString())]
            : [.. found.Select(lying => new Input(lying.Name, lying.Says ?? UnlistedInputs.ContentOf(lying.Place) ?? "gone"))];
    });

    // Each folder once, however many links lead there.
    private IEnumerable<(string Name, string Place, string? Says)> Walk(string link)
    {
        var walked = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<(string Path, FileSystemInfo Entry)>([(link, new FileInfo(Path.Join(root, link)))]);
        while (pending.TryPop(out var next))
        {
            var (path, place, leads) = (next.Path, next.Entry.FullName, next.Entry.LinkTarget);
            if (leads is not null && path != link && !IsListed(place)) yield return ($"{path} as a link", place, leads);
            if ((leads is null ? place : RealPath.Of(place)) is not { } real || IsListed(real)) continue;
            if (!Directory.Exists(real))
            {
                if (FileKind.Other(real) is null) yield return ($"{path} behind a link", real, null);
            }
            else if (walked.Add(real))
            {
                if (Entries(real) is not { } entries) yield return ($"{path} behind a link", real, "cannot be read");
                else foreach (var entry in entries) pending.Push(($"{path}/{entry.Name}", entry));
            }
        }
    }

    // In the platform's own folders what tools write is no input, here as anywhere.
    private List<FileSystemInfo>? Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => entry.Name != ".git" && !(IsInside(entry.FullName) && TreeWalker.IsWritten(FromRoot(entry.FullName))))
                .OrderByDescending(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool IsListed(string real) => listed.ContainsKey(FromRoot(real));

    private bool IsInside(string real) => FromRoot(real) is not ".." and var path && !path.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(path);

    private string FromRoot(string real) => Path.GetRelativePath(_real, real).Replace('\\', '/');
}
