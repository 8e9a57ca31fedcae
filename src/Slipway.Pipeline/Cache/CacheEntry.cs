using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Cache;

/// <summary>What a writer vouches for with its signature: on these inputs this came out, and these are the files.</summary>
internal sealed record CacheEntry
{
    public required CacheScope Scope { get; init; }

    /// <summary>Of the real execution.</summary>
    public required StageRecord Record { get; init; }

    /// <summary>In ordinal order of their paths, each once.</summary>
    public required ImmutableArray<CachedFile> Outputs { get; init; }

    public CacheKey Key => CacheKey.Of(Record);
}
