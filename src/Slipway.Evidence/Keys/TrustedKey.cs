using System.Collections.Immutable;

namespace Slipway.Evidence.Keys;

/// <summary>A public key that somebody decided to believe.</summary>
public sealed record TrustedKey(VerificationKey Key, KeyKind? Kind, string Source)
{
    /// <summary>The builder that signs with it, such as <c>ci</c> or <c>local</c>; null where any is believed.</summary>
    public string? Builder { get; init; }
    /// <summary>From when what it signed counts; null for always.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    /// <summary>From when on what it signed no longer counts; null for never.</summary>
    public DateTimeOffset? NotAfter { get; init; }
    /// <summary>Whether nothing that it signed counts any more.</summary>
    public bool Revoked { get; init; }
    /// <summary>What it may attest, as short names: provenance, sbom, or a gate's stage name; default where everything.</summary>
    public ImmutableArray<string> Attests { get; init; }
}
