namespace Slipway.Boundaries.Copies;

/// <summary>A line that says something: neither blank, nor a comment, nor a bracket, nor an import.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Hash">Of its signs without any blank.</param>
internal readonly record struct CodeLine(int Number, ulong Hash);
