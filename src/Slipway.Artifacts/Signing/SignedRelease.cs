using Slipway.Evidence.Keys;
using Slipway.Model;

namespace Slipway.Artifacts.Signing;

/// <summary>A release that now carries its signature.</summary>
public sealed record SignedRelease
{
    /// <summary>The release digest: what was signed.</summary>
    public required Digest Digest { get; init; }

    public required VerificationKey Key { get; init; }

    public required KeyKind KeyKind { get; init; }

    /// <summary>Whether a good signature by this key lay there already and was left.</summary>
    public bool Kept { get; init; }
}
