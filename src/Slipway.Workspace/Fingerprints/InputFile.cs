namespace Slipway.Workspace.Fingerprints;

/// <summary>One file of a platform.</summary>
/// <param name="Path">Relative to the platform's root, with forward slashes.</param>
/// <param name="ContentId">Git's blob id of its content.</param>
/// <param name="Mode">Git's file mode.</param>
public sealed record InputFile(string Path, string ContentId, string Mode);
