using System.Collections.Immutable;
using Slipway.Machine.Git;

namespace Slipway.Workspace.Fingerprints;

/// <summary>The files of a platform by path, with their content ids: now, or at a commit.</summary>
internal static class FileListing
{
    /// <summary>As they lie there: from git's index and status, or by reading every file where git knows nothing.</summary>
    public static async Task<ImmutableSortedDictionary<string, InputFile>> NowAsync(string root, CancellationToken cancel) =>
        (await LookAsync(root, cancel)).Files;

    /// <summary>The same, and what git ignores.</summary>
    public static async Task<(ImmutableSortedDictionary<string, InputFile> Files, IgnoredFiles Ignored)> LookAsync(string root, CancellationToken cancel)
    {
        if (await GitRepository.FindAsync(root, cancellationToken: cancel) is not { } git) return (await LooseFiles.ReadAsync(root, cancel), IgnoredFiles.None);
        var (files, _, ignored) = await NowAsync(git, root, cancel);
        return (files, ignored);
    }

    /// <summary>As git lists them, whether any differs from the commit, and what git ignores.</summary>
    public static async Task<(ImmutableSortedDictionary<string, InputFile> Files, bool Differ, IgnoredFiles Ignored)> NowAsync(
        GitRepository git, string root, CancellationToken cancel)
    {
        var prefix = Prefix(git, root);
        var tree = await git.ReadWorkTreeAsync(Below(prefix), cancel);
        return (Keyed(tree.Files, prefix), tree.IsDirty, new(root, git.Root, tree.Ignored));
    }

    /// <param name="commit">A commit of the repository that holds the platform.</param>
    public static async Task<ImmutableSortedDictionary<string, InputFile>> AtAsync(
        GitRepository git, string root, string commit, CancellationToken cancel)
    {
        var prefix = Prefix(git, root);
        return Keyed(await git.ListFilesAtAsync(commit, Below(prefix), cancel), prefix);
    }

    /// <summary>Where the platform lies in the repository, with a slash behind it; empty where it is the repository.</summary>
    public static string Prefix(GitRepository git, string root)
    {
        var path = Path.GetRelativePath(git.Root, root).Replace('\\', '/');
        return path == "." ? "" : path + "/";
    }

    private static string[]? Below(string prefix) => prefix.Length == 0 ? null : [prefix];

    // Paths count from the platform's root, so that the same platform has the same fingerprints wherever it lies.
    private static ImmutableSortedDictionary<string, InputFile> Keyed(IEnumerable<GitFile> files, string prefix) => files
        .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
        .Select(file => new InputFile(file.Path[prefix.Length..], file.ContentId, file.Mode))
        .ToImmutableSortedDictionary(file => file.Path, file => file, StringComparer.Ordinal);
}
