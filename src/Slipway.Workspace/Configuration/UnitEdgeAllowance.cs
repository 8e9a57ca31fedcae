namespace Slipway.Workspace.Configuration;

/// <summary>An allowed edge, its unit not yet looked up.</summary>
internal sealed record UnitEdgeAllowance(PlacedName To, string Reason, DateOnly Until);
