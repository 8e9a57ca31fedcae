using System.Collections.Immutable;
using Slipway.Artifacts.Oci;
using Slipway.Evidence.Sboms;
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

    /// <summary>How the parts become an OCI layout; null for a release without one.</summary>
    public LayoutDraft? Layout { get; init; }

    /// <summary>What the release is made of; null for one that does not say.</summary>
    public Sbom? Sbom { get; init; }

    public ReleaseAddress Address => new(Unit, Origin.Version);
}
