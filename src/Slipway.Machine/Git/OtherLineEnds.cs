namespace Slipway.Machine.Git;

/// <summary>A tracked text whose line ends in the work tree are not those that git would check out. Git itself may say nothing of it.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes.</param>
/// <param name="Found"><c>lf</c>, <c>crlf</c> or <c>mixed</c>.</param>
/// <param name="Expected"><c>lf</c> or <c>crlf</c>.</param>
public sealed record OtherLineEnds(string Path, string Found, string Expected);
