namespace Slipway.Model.Units;

/// <summary>One reference to another unit that is allowed for a time.</summary>
public sealed record AllowedEdge(UnitName To, string Reason, DateOnly Until);
