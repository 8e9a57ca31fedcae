using System.Collections.Immutable;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Statements;
using Slipway.Model;

namespace Slipway.Evidence.Attestations;

/// <summary>A statement about a release that was verified and understood.</summary>
public sealed record Attestation
{
    public required AttestationName Name { get; init; }

    /// <summary>Of the bundle's bytes.</summary>
    public required Digest Digest { get; init; }

    public required Statement Statement { get; init; }

    /// <summary>The trusted key that signed.</summary>
    public required TrustedKey Key { get; init; }

    public required SigningAct Signing { get; init; }

    /// <summary>What a gate's statement claims; null for any other.</summary>
    public GateClaim? Gate { get; init; }

    /// <summary>What the provenance tells of the build; null for any other statement.</summary>
    public BuildFacts? Build { get; init; }

    /// <summary>The external parameters of the provenance, unit and version included; null for any other statement.</summary>
    public ImmutableSortedDictionary<string, string>? Parameters { get; init; }

    /// <summary>When what it tells of was done; null where it does not say.</summary>
    public DateTimeOffset? ExecutedAt => Gate?.ExecutedAt ?? Build?.FinishedOn;
}
