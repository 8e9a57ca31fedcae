using System.Collections.Immutable;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Provenance;

namespace Slipway.Evidence.Attestations;

/// <summary>What a run knows of a release and is about to sign.</summary>
public sealed record ReleaseEvidence
{
    /// <summary>The run that signs.</summary>
    public required Guid Invocation { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Who signs: <c>local</c> or <c>ci</c>.</summary>
    public required string Builder { get; init; }

    public BuildFacts Build { get; init; } = new();

    /// <summary>What each gate came to, one claim a gate.</summary>
    public ImmutableArray<GateClaim> Gates { get; init; } = [];

    /// <summary>The commit that is checked out and its tree; null where there is none.</summary>
    public (string Commit, string Tree)? Head { get; init; }
}
