namespace Slipway.Model.Releases;

/// <summary>One file of a release.</summary>
/// <param name="Path">Relative to the release's folder, forward slashes, no <c>..</c>.</param>
/// <param name="Digest">Of the file's bytes.</param>
/// <param name="Size">In bytes.</param>
public sealed record ReleaseFile(string Path, Digest Digest, long Size);
