using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Git;

/// <summary>What Slipway asks of a git work tree. It never writes into it; only <see cref="FetchAsync"/> adds history.</summary>
public sealed class GitRepository
{
    // Those that git took for its own: it is asked once of each.
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    private readonly GitCommand _git;

    private GitRepository(string root, IProcessRunner runner)
    {
        Root = root;
        _git = new(root, runner);
    }

    /// <summary>The work tree's root, absolute.</summary>
    public string Root { get; }

    /// <summary>The repository that a folder lies in, or null when it lies in none.</summary>
    /// <exception cref="Model.Problems.BadInputException">Git is missing, or does not trust the folder's owner.</exception>
    public static async Task<GitRepository?> FindAsync(string folder, IProcessRunner? runner = null, CancellationToken cancellationToken = default)
    {
        // Looking for the mark ourselves spares a process, and needs no git where there is no repository.
        for (var candidate = new DirectoryInfo(Path.GetFullPath(folder)); candidate is not null; candidate = candidate.Parent)
        {
            if (!Path.Exists(Path.Combine(candidate.FullName, ".git"))) continue;
            var found = new GitRepository(candidate.FullName, runner ?? new ProcessRunner());
            if (Known.ContainsKey(found.Root)) return found;
            var answer = await found._git.RunAsync(["rev-parse", "--is-inside-work-tree"], cancellationToken, null, 128).ConfigureAwait(false);
            if (!answer.Succeeded) return null;
            Known.TryAdd(found.Root, true);
            return found;
        }
        return null;
    }

    /// <summary>The commit that is checked out, or null before the first one.</summary>
    public async Task<string?> HeadCommitAsync(CancellationToken cancellationToken = default)
    {
        var result = await _git.RunAsync(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], cancellationToken, null, 1).ConfigureAwait(false);
        return result.Succeeded ? result.Output.Trim() : null;
    }

    /// <summary>The commit that is checked out and its tree, or null before the first one.</summary>
    public async Task<(string Commit, string Tree)?> HeadAsync(CancellationToken cancellationToken = default)
    {
        var result = await _git.RunAsync(["rev-parse", "--quiet", "HEAD^{commit}", "HEAD^{tree}"], cancellationToken, null, 1, 128).ConfigureAwait(false);
        return result.Succeeded && result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var commit, var tree] ? (commit, tree) : null;
    }

    /// <summary>Whether any file differs from the commit, untracked ones included.</summary>
    public async Task<bool> IsDirtyAsync(CancellationToken cancellationToken = default) =>
        (await _git.RunAsync(["status", "--porcelain=v1", "-z", "--untracked-files=normal", "--ignore-submodules=none"], cancellationToken).ConfigureAwait(false)).Output.Length > 0;

    /// <summary>
    /// Tracked and untracked files that are not ignored, as they lie in the work tree, ordinal order of paths. Deleted ones are left out.
    /// </summary>
    /// <param name="paths">Folders or files to look at, relative to the root; none means all.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<GitFile>> ListFilesAsync(IReadOnlyList<string>? paths = null, CancellationToken cancellationToken = default) =>
        (await ReadWorkTreeAsync(paths, cancellationToken).ConfigureAwait(false)).Files;

    /// <summary>The same, and whether any of it differs from the commit: both are true of the same moment.</summary>
    /// <param name="paths">Folders or files to look at, relative to the root; none means all.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public Task<WorkTree> ReadWorkTreeAsync(IReadOnlyList<string>? paths = null, CancellationToken cancellationToken = default) =>
        new WorkTreeListing(Root, _git).ReadAsync(paths ?? [], cancellationToken);

    /// <summary>
    /// What it rests on which files git does not know, and which of them it ignores: as long as none of this is changed, and neither are the commit,
    /// git's settings and what is new, a walk finds the same. Absolute folders and files, all of them there, ordinal order; none where it cannot be told.
    /// </summary>
    public Task<ImmutableArray<string>> WalkAsync(CancellationToken cancellationToken = default) => new WorkTreeWalk(Root, _git).ReadAsync(cancellationToken);

    /// <summary>The files of a commit, with the same ids that <see cref="ListFilesAsync"/> gives to the same content.</summary>
    public async Task<IReadOnlyList<GitFile>> ListFilesAtAsync(
        string commit, IReadOnlyList<string>? paths = null, CancellationToken cancellationToken = default)
    {
        var listing = await _git.RunAsync(
            ["--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, "--", .. paths ?? []], cancellationToken).ConfigureAwait(false);
        return [.. GitLines.Split(listing.Output).Select(GitLines.TreeEntry).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Whether a branch, tag or commit is there.</summary>
    public async Task<bool> KnowsAsync(string reference, CancellationToken cancellationToken = default) => (await _git.RunAsync(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{reference}^{{commit}}"], cancellationToken, null, 1, 128).ConfigureAwait(false)).Succeeded;

    /// <summary>The newest commit that the one checked out has in common with a reference, or null.</summary>
    public async Task<string?> MergeBaseAsync(string reference, CancellationToken cancellationToken = default)
    {
        var result = await _git.RunAsync(["merge-base", "--end-of-options", reference, "HEAD"], cancellationToken, null, 1).ConfigureAwait(false);
        return result.Succeeded ? result.Output.Trim() : null;
    }

    /// <summary>Whether the clone lacks history.</summary>
    public async Task<bool> IsShallowAsync(CancellationToken cancellationToken = default) =>
        (await _git.RunAsync(["rev-parse", "--is-shallow-repository"], cancellationToken).ConfigureAwait(false)).Output.Trim() == "true";

    /// <summary>Fetches from the remote <c>origin</c>: one branch, or all the history that a shallow clone lacks.</summary>
    /// <param name="branch">The branch; null for the missing history.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>Whether it could.</returns>
    public async Task<bool> FetchAsync(string? branch, CancellationToken cancellationToken = default)
    {
        string[] what = branch is null ? ["--unshallow", "origin"] : ["origin", $"+refs/heads/{branch}:refs/remotes/origin/{branch}"];
        return (await _git.RunAsync(["fetch", "--quiet", "--no-tags", .. what], cancellationToken, null, 1, 128).ConfigureAwait(false)).Succeeded;
    }

    /// <summary>The text of a file by its content id.</summary>
    public async Task<string> ReadBlobAsync(string contentId, CancellationToken cancellationToken = default) =>
        (await _git.RunAsync(["cat-file", "blob", contentId], cancellationToken).ConfigureAwait(false)).Output;

    /// <summary>Tags whose name fits a pattern of git's, such as <c>catalog/v*</c>, ordinal order of names.</summary>
    public async Task<IReadOnlyList<GitTag>> TagsAsync(string pattern = "*", CancellationToken cancellationToken = default)
    {
        var listing = await _git.RunAsync(
            ["tag", "--list", "--format=%(refname:lstrip=2) %(objectname) %(*objectname)", pattern], cancellationToken).ConfigureAwait(false);
        return [.. listing.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(GitLines.Tag).OrderBy(tag => tag.Name, StringComparer.Ordinal)];
    }

    /// <summary>Tracked texts whose line ends are not those that git would check out, ordinal order of paths. Reads every text.</summary>
    /// <param name="paths">Folders or files to look at, relative to the root; none means all.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public Task<IReadOnlyList<OtherLineEnds>> OtherLineEndsAsync(IReadOnlyList<string>? paths = null, CancellationToken cancellationToken = default) =>
        new LineEnds(_git).OthersAsync(paths ?? [], cancellationToken);

    /// <summary>Whether git ignores a path, relative to the root; one that is tracked is never ignored.</summary>
    public async Task<bool> IsIgnoredAsync(string path, CancellationToken cancellationToken = default) =>
        (await _git.RunAsync(["check-ignore", "--quiet", "--", path], cancellationToken, null, 1).ConfigureAwait(false)).Succeeded;
}
