using System.Collections.Immutable;
using Slipway.Artifacts.Verification;

namespace Slipway.Artifacts.Inspection;

/// <summary>What a person wants to know of a release before believing it, or after not doing so.</summary>
public sealed record InspectedRelease
{
    /// <summary>Whether it verifies; its manifest stands in it even where it does not.</summary>
    public required ReleaseVerdict Verdict { get; init; }

    /// <summary>Ordinal order of files.</summary>
    public required ImmutableArray<InspectedStatement> Statements { get; init; }

    /// <summary>What the SBOM names, by name and version; none where there is no SBOM, or one that cannot be read.</summary>
    public ImmutableArray<InspectedPackage> Packages { get; init; } = [];
}
