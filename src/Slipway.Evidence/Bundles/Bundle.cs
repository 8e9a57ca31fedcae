using System.Collections.Immutable;

namespace Slipway.Evidence.Bundles;

/// <summary>A Sigstore bundle v0.3 in its public-key form, taken apart.</summary>
internal sealed record Bundle
{
    /// <summary>The name of the key; never more than a hint.</summary>
    public required string Hint { get; init; }

    public required string PayloadType { get; init; }

    public required ImmutableArray<byte> Payload { get; init; }

    /// <summary>In ASN.1 DER.</summary>
    public required ImmutableArray<byte> Signature { get; init; }
}
