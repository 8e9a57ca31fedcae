using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Workspace.Affected;

/// <summary>One input that is not what it was.</summary>
/// <param name="Name">A path from the platform's root, or what is read of one.</param>
/// <param name="Then">What it was; null where it was not there.</param>
/// <param name="Now">What it is; null where it is gone.</param>
/// <param name="Through">The way by which it reaches the unit: the units that use one another, from the unit itself to the one that reads it.</param>
public sealed record InputChange(string Name, string? Then, string? Now, ImmutableArray<UnitId> Through);
