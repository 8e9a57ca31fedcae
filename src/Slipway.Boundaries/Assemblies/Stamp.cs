namespace Slipway.Boundaries.Assemblies;

/// <summary>What an assembly says of itself.</summary>
/// <param name="Name">Its own name, whatever its file is called.</param>
/// <param name="Unit">The unit that its stamp names, <c>services/catalog</c>; null without a stamp.</param>
public sealed record Stamp(string Name, string? Unit);
