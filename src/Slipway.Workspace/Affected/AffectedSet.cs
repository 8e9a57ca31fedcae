using System.Collections.Immutable;

namespace Slipway.Workspace.Affected;

/// <summary>What a change touches.</summary>
public sealed record AffectedSet
{
    /// <summary>The commit that was compared with: where this branch left the reference.</summary>
    public required string? Base { get; init; }

    /// <summary>The units that changed or use what changed, ordered by kind and name.</summary>
    public required ImmutableArray<AffectedUnit> Units { get; init; }

    /// <summary>Why nothing could be compared, so that every unit has to run; null where it could.</summary>
    public string? EverythingBecause { get; init; }
}
