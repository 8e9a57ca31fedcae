namespace Slipway.Boundaries.Edges;

/// <summary>A place in a project file.</summary>
/// <param name="File">Relative to the platform's root, with forward slashes.</param>
/// <param name="Line">Counted from 1; null when the reference is not written in this file.</param>
/// <param name="Column">Counted from 1.</param>
internal sealed record Position(string File, int? Line, int? Column);
