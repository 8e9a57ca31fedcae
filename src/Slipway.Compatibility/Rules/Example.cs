namespace Slipway.Compatibility.Rules;

/// <summary>A rule shown on the smallest documents: pieces of JSON that belong into <paramref name="Place"/>.</summary>
/// <param name="Place">Where the pieces stand.</param>
/// <param name="Before">As it was released.</param>
/// <param name="After">Breaks the rule, and no other.</param>
/// <param name="Legal">Looks alike and breaks none.</param>
public sealed record Example(Place Place, string Before, string After, string Legal);
