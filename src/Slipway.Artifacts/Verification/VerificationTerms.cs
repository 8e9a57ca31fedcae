using Slipway.Artifacts.Releases;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Policies;
using Slipway.Model;

namespace Slipway.Artifacts.Verification;

/// <summary>What a release is held against.</summary>
public sealed record VerificationTerms
{
    /// <summary>The keys to believe; see <see cref="Keys.KeyStore"/>.</summary>
    public required IReadOnlyCollection<TrustedKey> Keys { get; init; }

    /// <summary>Which release ought to lie there; null for any that is whole.</summary>
    public ReleaseAddress? Address { get; init; }

    public ReleasePolicies Policies { get; init; } = ReleasePolicies.BuiltIn;

    /// <summary>Where the release is meant to go: whose policy holds. Default: local.</summary>
    public EnvironmentName Environment { get; init; } = EnvironmentName.Local;

    /// <summary>The clock, for ages and for what is not valid yet or any more.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
