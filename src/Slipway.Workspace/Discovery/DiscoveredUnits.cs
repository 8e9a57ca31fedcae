using System.Collections.Immutable;

namespace Slipway.Workspace.Discovery;

/// <param name="Units">Ordered by kind and name.</param>
/// <param name="Strays">Projects of no unit.</param>
internal sealed record DiscoveredUnits(ImmutableArray<UnitCandidate> Units, ImmutableArray<string> Strays);
