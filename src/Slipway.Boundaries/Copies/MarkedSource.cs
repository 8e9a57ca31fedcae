namespace Slipway.Boundaries.Copies;

/// <summary>A source file, and what it can be told by.</summary>
/// <param name="Path">From the platform's root.</param>
/// <param name="Marks">Of <see cref="CodeMarks"/>.</param>
internal sealed record MarkedSource(string Path, byte[] Marks);
