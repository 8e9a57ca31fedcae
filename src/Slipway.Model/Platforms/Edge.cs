using Slipway.Model.Units;

namespace Slipway.Model.Platforms;

/// <summary>One unit's use of another.</summary>
/// <param name="From">The unit that uses.</param>
/// <param name="To">The unit that is used.</param>
/// <param name="Via">The project files that hold the reference, ordinal order.</param>
public sealed record Edge(UnitId From, UnitId To, System.Collections.Immutable.ImmutableArray<string> Via);
