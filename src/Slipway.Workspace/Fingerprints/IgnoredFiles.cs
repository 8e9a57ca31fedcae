using System.IO.Enumeration;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// What git ignores, as far as somebody may have put it there: not what builds, tests and packages write (<c>bin</c>, <c>obj</c>,
/// <c>node_modules</c>), nor what lies in folders that begin with a dot. MSBuild's patterns know nothing of git.
/// </summary>
internal sealed class IgnoredFiles
{
    public static readonly IgnoredFiles None = new("", "", []);

    private static readonly EnumerationOptions Readable = new() { RecurseSubdirectories = true, AttributesToSkip = 0 };

    private readonly Lazy<HashSet<string>> _all;
    private readonly string[] _files;
    private readonly string[] _folders;

    /// <param name="root">The platform's, absolute.</param>
    /// <param name="gitRoot">That of the work tree, absolute.</param>
    /// <param name="entries">From the work tree's root; folders end with a slash.</param>
    public IgnoredFiles(string root, string gitRoot, IEnumerable<string> entries)
    {
        // Git takes a link to a folder for a file, and MSBuild looks through it.
        var all = entries.Select(entry => Path.GetFullPath(entry, gitRoot)).ToList();
        var paths = all.Select(path => !Path.EndsInDirectorySeparator(path) && Directory.Exists(path) ? Below(path) : path)
            .Where(path => IsPut(Path.GetRelativePath(root, path).Replace('\\', '/'))).ToLookup(Path.EndsInDirectorySeparator);
        _all = new(() => all.Select(Path.TrimEndingDirectorySeparator).ToHashSet(StringComparer.Ordinal));
        (_files, _folders) = ([.. paths[false]], [.. paths[true]]);
    }

    /// <summary>Those of them that lie below a folder, or around it, and of whose content git does not tell.</summary>
    /// <param name="folder">Absolute.</param>
    public IEnumerable<string> FoldersIn(string folder) => _folders.Select(path => Inner(path, Below(folder))).OfType<string>();

    /// <summary>Whether something would appear there without git's telling.</summary>
    /// <param name="path">Absolute.</param>
    public bool Hide(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
            if (_all.Value.Contains(folder)) return true;
        return false;
    }

    /// <summary>Absolute files below a folder, in ordinal order.</summary>
    /// <param name="folder">Absolute.</param>
    public IReadOnlyCollection<string> In(string folder) => _files.Length + _folders.Length == 0 ? [] :
    [
        .. _files.Where(file => file.StartsWith(Below(folder), StringComparison.Ordinal))
            .Concat(FoldersIn(folder).SelectMany(Files))
            // An editor's own, which are imported by their names and never items.
            .Where(file => !file.EndsWith("proj.user", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    // What MSBuild may not read either is passed by: a database's own, that a container left there.
    private static IEnumerable<string> Files(string folder) => !Directory.Exists(folder) ? [] :
        new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToSpecifiedFullPath(), Readable)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && IsPutFolder($"/{entry.FileName}"),
        };

    private static string Below(string folder) => folder + Path.DirectorySeparatorChar;

    private static string? Inner(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) ? one : other.StartsWith(one, StringComparison.Ordinal) ? other : null;

    private static bool IsPut(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
            if (!IsPutFolder(path[..end])) return false;
        return true;
    }

    private static bool IsPutFolder(string path) => path == ".." || path.EndsWith("/..", StringComparison.Ordinal)
        || !(TreeWalker.IsWritten(path) || path[(path.LastIndexOf('/') + 1)..].StartsWith('.'));
}
