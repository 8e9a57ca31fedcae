using Slipway.Machine.Files;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// What git ignores, as far as somebody may have put it there: not what builds, tests and packages write (<c>bin</c>, <c>obj</c>,
/// <c>node_modules</c>), nor what lies in folders that begin with a dot. MSBuild's patterns know nothing of git.
/// </summary>
internal sealed class IgnoredFiles
{
    public static readonly IgnoredFiles None = new("", "", []);

    private readonly string[] _files;
    private readonly string[] _folders;

    /// <param name="root">The platform's, absolute.</param>
    /// <param name="gitRoot">That of the work tree, absolute.</param>
    /// <param name="entries">From the work tree's root; folders end with a slash.</param>
    public IgnoredFiles(string root, string gitRoot, IEnumerable<string> entries)
    {
        // Git takes a link to a folder for a file, and MSBuild looks through it.
        var paths = entries.Select(entry => Path.Join(gitRoot, entry)).Select(path => !path.EndsWith('/') && Directory.Exists(path) ? path + "/" : path)
            .Where(path => IsPut(Path.GetRelativePath(root, path).Replace('\\', '/'))).ToLookup(path => path.EndsWith('/'));
        (_files, _folders) = ([.. paths[false]], [.. paths[true]]);
    }

    /// <summary>Those of them that lie below a folder, or around it, and of whose content git does not tell.</summary>
    /// <param name="folder">Absolute.</param>
    public IEnumerable<string> FoldersIn(string folder) => _folders.Select(path => Inner(path, $"{folder}/")).OfType<string>();

    /// <summary>Absolute files below a folder, in ordinal order.</summary>
    /// <param name="folder">Absolute.</param>
    public IReadOnlyCollection<string> In(string folder) => _files.Length + _folders.Length == 0 ? [] :
    [
        .. _files.Where(file => file.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Concat(FoldersIn(folder).SelectMany(inner => FileTree.Files(inner, below => IsPutFolder(inner + below)).Select(file => inner + file)))
            // An editor's own, which are imported by their names and never items.
            .Where(file => !file.EndsWith("proj.user", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

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
