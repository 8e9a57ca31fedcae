namespace Slipway.Pipeline.Runs;

/// <param name="Commit">40 hexadecimal digits.</param>
/// <param name="Dirty">Whether the work tree holds changes that no commit has.</param>
public sealed record SourceRevision(string Commit, bool Dirty);
