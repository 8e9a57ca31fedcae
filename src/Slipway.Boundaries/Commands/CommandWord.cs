namespace Slipway.Boundaries.Commands;

/// <summary>A word of a command that may be a path.</summary>
/// <param name="Text">Without quotes.</param>
/// <param name="Offset">Where it begins in its file.</param>
internal readonly record struct CommandWord(string Text, int Offset);
