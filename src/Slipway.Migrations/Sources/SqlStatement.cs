namespace Slipway.Migrations.Sources;

/// <summary>One statement of a text of SQL.</summary>
/// <param name="Text">Without the semicolon behind it and the comments before it.</param>
/// <param name="Line">Where it begins in the text, counted from 1.</param>
/// <param name="Terminated">Whether a semicolon ends it.</param>
internal sealed record SqlStatement(string Text, int Line, bool Terminated);
