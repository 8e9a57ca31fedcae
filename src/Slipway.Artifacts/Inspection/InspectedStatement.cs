namespace Slipway.Artifacts.Inspection;

/// <summary>A statement that a release carries, believed or not.</summary>
/// <param name="File">Relative to the release.</param>
/// <param name="PredicateType">What it says something of; null where it could not be verified.</param>
/// <param name="KeyId">The believed key that signed it; null where there is none.</param>
/// <param name="Doubt">Why it is not believed; null where it is.</param>
public sealed record InspectedStatement(string File, string? PredicateType, string? KeyId, string? Doubt);
