namespace Slipway.Machine.Git;

/// <summary>Whether git's own word can be had on a file of the index.</summary>
internal enum IndexState
{
    /// <summary>Where it differs from the work tree, <c>git status</c> says so.</summary>
    Plain,

    /// <summary>It has no id of its own yet.</summary>
    Unmerged,

    /// <summary>Somebody promised not to change it, and git does not look.</summary>
    AssumedUnchanged,

    /// <summary>It need not be in the work tree, as with a sparse checkout; if it is there, git does not look at it.</summary>
    SkipWorkTree,
}
