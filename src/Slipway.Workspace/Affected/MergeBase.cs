using Slipway.Machine.Git;

namespace Slipway.Workspace.Affected;

/// <summary>Finds the commit where this branch left another, and fetches what a shallow clone lacks for it.</summary>
internal sealed class MergeBase(GitRepository git)
{
    /// <summary>One of <see cref="Found"/>, <see cref="Missing"/>, <see cref="Unknown"/>.</summary>
    public async Task<object> FindAsync(string reference, CancellationToken cancel)
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

    internal sealed record Found(string Commit);

    internal sealed record Missing(string Why);

    internal sealed record Unknown;
}
