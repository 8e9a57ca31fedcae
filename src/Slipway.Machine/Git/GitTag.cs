namespace Slipway.Machine.Git;

/// <summary>A tag.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Commit">The commit that it names, seen through an annotated tag.</param>
public sealed record GitTag(string Name, string Commit);
