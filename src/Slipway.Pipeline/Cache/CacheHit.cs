using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Model;

namespace Slipway.Pipeline.Cache;

/// <summary>An entry that was found and whose signature was checked. None of its outputs was touched.</summary>
internal sealed record CacheHit
{
    public required CacheEntry Entry { get; init; }

    /// <summary>The key that signed it, of those that are trusted.</summary>
    public required TrustedKey Writer { get; init; }

    /// <summary>Whether the remote cache had to be asked.</summary>
    public required bool FromRemote { get; init; }

    /// <summary>Where the entry lies in the stores.</summary>
    public required Digest Address { get; init; }

    /// <summary>The name of each output's content at the remote, by path. Nobody signed it: content is believed by its own digest.</summary>
    public required Lazy<ImmutableDictionary<string, Digest>> Blobs { get; init; }
}
