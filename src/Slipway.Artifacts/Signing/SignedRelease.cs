using Slipway.Evidence.Keys;
using Slipway.Model;

namespace Slipway.Artifacts.Signing;

/// <summary>A release that now carries its statements.</summary>
public sealed record SignedRelease
{
    /// <summary>The release digest: what was signed.</summary>
    public required Digest Digest { get; init; }

    public required VerificationKey Key { get; init; }

    public required KeyKind KeyKind { get; init; }

    /// <summary>How many statements it carries.</summary>
    public int Statements { get; init; }

    /// <summary>Whether good statements by this key, which say the same, lay there already and were left.</summary>
    public bool Kept { get; init; }
}
