using System.Collections.Immutable;
using Slipway.Machine.Git;

namespace Slipway.Workspace.Fingerprints;

/// <summary>What lies in a platform's folder, and what git knows of it: asked for all at once, and without having read any of it.</summary>
public sealed class PlatformFiles
{
    internal ImmutableSortedDictionary<string, InputFile> Files { get; init; } = ImmutableSortedDictionary<string, InputFile>.Empty;

    internal IgnoredFiles Ignored { get; private init; } = IgnoredFiles.None;

    internal IReadOnlyList<GitTag> Tags { get; private init; } = [];

    /// <summary>The repository that it lies in; null outside of git.</summary>
    public GitRepository? Repository { get; private init; }

    /// <summary>The commit that is checked out; null outside of git, and before the first one.</summary>
    public string? Commit { get; private init; }

    /// <summary>Whether any file of the repository differs from the commit, untracked ones included.</summary>
    public bool IsDirty { get; private init; }

    /// <param name="root">The platform's folder, absolute.</param>
    /// <param name="cancel">Ends git.</param>
    public static async Task<PlatformFiles> ReadAsync(string root, CancellationToken cancel = default)
    {
        if (await GitRepository.FindAsync(root, cancellationToken: cancel) is not { } git) return new() { Files = await LooseFiles.ReadAsync(root, cancel) };
        var listing = FileListing.NowAsync(git, root, cancel);
        var commit = git.HeadCommitAsync(cancel);
        var tags = git.TagsAsync("*/v*", cancel);
        // Beside the platform too: a commit that is said to be what was built is one of the whole repository.
        var around = FileListing.Prefix(git, root).Length == 0 ? Task.FromResult(false) : git.IsDirtyAsync(cancel);
        await Task.WhenAll(listing, commit, tags, around);
        var (files, differ, ignored) = await listing;
        return new() { Repository = git, Files = files, Ignored = ignored, Commit = await commit, IsDirty = differ || await around, Tags = await tags };
    }
}
