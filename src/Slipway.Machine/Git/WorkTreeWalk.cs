using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Slipway.Machine.Git;

/// <summary>What git's answer rests on when it walks through a work tree to say which files it does not know, and which of them it ignores.</summary>
internal sealed class WorkTreeWalk(string root, GitCommand git)
{
    private static readonly EnumerationOptions Options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <returns>
    /// Absolute folders and files, all of them there, ordinal order. A file that could be put somewhere changes the folder in its place. None where a
    /// name cannot be told apart from another.
    /// </returns>
    public async Task<ImmutableArray<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var tree = new WorkTreeListing(root, git).ReadAsync([], cancellationToken);
        var own = git.RunAsync(["rev-parse", "--git-path", "index", "--git-path", "info/exclude"], cancellationToken);
        var excludes = git.RunAsync(["config", "--path", "--get", "core.excludesFile"], cancellationToken, null, 1);
        await Task.WhenAll(tree, own, excludes).ConfigureAwait(false);

        var hidden = (await tree.ConfigureAwait(false)).Ignored.Where(Path.EndsInDirectorySeparator)
            .Select(folder => Path.Join(root, folder[..^1])).Append(Path.Join(root, ".git")).ToHashSet(StringComparer.Ordinal);
        // The rules of a file that git does not know are as good as any.
        var walked = new FileSystemEnumerable<string>(root, (ref entry) => entry.ToFullPath(), Options)
        {
            ShouldIncludePredicate = (ref entry) => entry.IsDirectory ? !hidden.Contains(entry.ToFullPath()) : entry.FileName.SequenceEqual(".gitignore"),
            ShouldRecursePredicate = (ref entry) => !hidden.Contains(entry.ToFullPath()),
        };
        var said = (await own.ConfigureAwait(false)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Append((await excludes.ConfigureAwait(false)).Output.TrimEnd('\n') is { Length: > 0 } path ? path : Usual()).Select(path => Path.Combine(root, path));
        ImmutableArray<string> all = [.. walked.Append(root).Concat(said.Select(Nearest)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return all.Concat(hidden).Any(path => path.Contains('\uFFFD', StringComparison.Ordinal)) ? [] : all;
    }

    // https://git-scm.com/docs/gitignore
    private static string Usual() => Path.Join(
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } home ? home
            : Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".config"),
        "git", "ignore");

    private static string Nearest(string path) => Path.Exists(path) ? path : Nearest(Path.GetDirectoryName(path)!);
}
