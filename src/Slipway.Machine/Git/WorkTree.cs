namespace Slipway.Machine.Git;

/// <summary>What lies in a work tree at one moment.</summary>
/// <param name="Files">Tracked and untracked ones that are not ignored, ordinal order of paths. Deleted ones are left out.</param>
/// <param name="IsDirty">Whether any of what was looked at differs from the commit.</param>
/// <param name="Ignored">What git ignores: files, and folders as one, with a slash at the end.</param>
public sealed record WorkTree(IReadOnlyList<GitFile> Files, bool IsDirty, IReadOnlyList<string> Ignored);
