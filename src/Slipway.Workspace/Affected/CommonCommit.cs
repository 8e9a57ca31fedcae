using Slipway.Machine.Git;

namespace Slipway.Workspace.Affected;

/// <summary>Finds the commit where this branch left another, and fetches what a shallow clone lacks for it.</summary>
internal sealed class CommonCommit(GitRepository git)
{
    public async Task<Answer> FindAsync(string reference, CancellationToken cancel)
    {
        var fetched = false;
        if (!await git.KnowsAsync(reference, cancel))
        {
            fetched = await git.FetchAsync(reference.StartsWith("origin/", StringComparison.Ordinal) ? reference["origin/".Length..] : reference, cancel);
            if (!fetched || !await git.KnowsAsync(reference, cancel)) return new Unknown();
        }
        if (await git.MergeBaseAsync(reference, cancel) is { } found) return new Found(found);
        if (!await git.IsShallowAsync(cancel)) return new Missing($"this branch and '{reference}' have no commit in common");
        await git.FetchAsync(null, cancel);
        return await git.MergeBaseAsync(reference, cancel) is { } deep
            ? new Found(deep)
            : new Missing($"this clone is shallow, and the commit that it has in common with '{reference}' could not be fetched");
    }

    internal abstract record Answer;

    internal sealed record Found(string Commit) : Answer;

    /// <summary>Git knows the reference, and no commit that both have.</summary>
    internal sealed record Missing(string Why) : Answer;

    /// <summary>Git does not know the reference, and could not fetch it.</summary>
    internal sealed record Unknown : Answer;
}
