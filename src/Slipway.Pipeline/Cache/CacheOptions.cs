using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache;

/// <summary>What a run brings to its cache.</summary>
internal sealed record CacheOptions
{
    public required CacheSettings Settings { get; init; }

    /// <summary>For whom this run writes, and so what it may read.</summary>
    public required CacheScope Scope { get; init; }

    /// <summary>The key that this run signs with. What it signed itself it believes.</summary>
    public required SigningKey Writer { get; init; }

    /// <summary>Further writers to believe.</summary>
    public ImmutableArray<TrustedKey> Trusted { get; init; } = [];

    /// <summary>Hears what was refused, bypassed or given up, several threads at once.</summary>
    public required Action<Problem> Say { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The way to the remote; a real one by default.</summary>
    public HttpMessageHandler? Http { get; init; }
}
