using Slipway.Machine.Files;

namespace Slipway.Machine.Git;

/// <summary>Lists a work tree with two processes, and a third when files were changed.</summary>
internal sealed class WorkTreeListing(string root, GitCommand git)
{
    private const string Submodule = "160000";

    public async Task<WorkTree> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var index = git.RunAsync(["--literal-pathspecs", "ls-files", "-s", "-v", "-z", "--full-name", "--", .. paths], cancellationToken);
        var status = git.RunAsync(
            [
                "--literal-pathspecs", "status", "--porcelain=v1", "-z",
                "--untracked-files=all", "--ignored=matching", "--no-renames", "--ignore-submodules=none", "--", .. paths,
            ],
            cancellationToken);
        await Task.WhenAll(index, status).ConfigureAwait(false);

        var files = new Dictionary<string, GitFile>(StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, state) in GitLines.Split((await index.ConfigureAwait(false)).Output).Select(GitLines.IndexEntry))
        {
            files[file.Path] = file;
            // A promise is not a look: what lies there is what is built.
            if (state is IndexState.Unmerged or IndexState.AssumedUnchanged || (state is IndexState.SkipWorkTree && IsThere(file.Path))) changed.Add(file.Path);
            if (file.Mode == Submodule && !IsLink(file.Path)) changed.UnionWith(FilesOf(file.Path + "/"));
        }
        var states = GitLines.Split((await status.ConfigureAwait(false)).Output).ToLookup(entry => entry.StartsWith("!! ", StringComparison.Ordinal));
        foreach (var entry in states[false])
        {
            // "XY path": X compares commit and index, Y index and work tree. Only the second makes the index's id stale.
            if (entry[1] != ' ') changed.UnionWith(FilesOf(entry[3..]));
        }

        foreach (var file in await new BlobIds(root, git).OfAsync(changed, files, cancellationToken).ConfigureAwait(false)) files[file.Path] = file;
        foreach (var path in changed.Where(IsGone)) files.Remove(path);
        return new([.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)], states[false].Any(), [.. states[true].Select(entry => entry[3..])]);
    }

    // A repository inside this one is listed as one folder, with a slash, and a submodule as one entry: git looks at no file of theirs.
    private IEnumerable<string> FilesOf(string path) => path.EndsWith('/')
        ? FileTree.Files(Path.Combine(root, path), folder => !IsGitsOwn(folder)).Where(file => !IsGitsOwn(file)).Select(file => path + file)
        : [path];

    // A folder, or the file that leads to one.
    private static bool IsGitsOwn(string path) => Path.GetFileName(path) == ".git";

    // To git a pipe, a socket or a device is no content; opening one would wait for its other end.
    private bool IsGone(string path) =>
        !IsLink(path) && (!Path.Exists(Path.Combine(root, path)) || FileKind.Other(Path.Combine(root, path)) is not (null or "a folder"));

    private bool IsThere(string path) => IsLink(path) || Path.Exists(Path.Combine(root, path));

    private bool IsLink(string path) => new FileInfo(Path.Combine(root, path)).LinkTarget is not null;
}
