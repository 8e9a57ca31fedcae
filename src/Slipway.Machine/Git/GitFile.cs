namespace Slipway.Machine.Git;

/// <summary>One file that git knows, or would know if it were added.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes.</param>
/// <param name="ContentId">
/// Git's blob id of what lies in the work tree: committing a file as it is does not change it, unless git converts it, such as its line ends.
/// </param>
/// <param name="Mode">Git's file mode: <c>100644</c>, <c>100755</c> (executable), <c>120000</c> (link), <c>160000</c> (submodule, whose files are listed beside it).</param>
public sealed record GitFile(string Path, string ContentId, string Mode);
