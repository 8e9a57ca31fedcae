using System.Collections.Immutable;
using Slipway.Model.Releases;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Releases;

/// <summary>What a release is to be composed of.</summary>
public sealed record ReleaseDraft
{
    public required UnitId Unit { get; init; }

    public required ReleaseOrigin Origin { get; init; }

    /// <summary>At least one, names distinct.</summary>
    public required ImmutableArray<ReleasePart> Parts { get; init; }

    public ReleaseAddress Address => new(Unit, Origin.Version);
}
