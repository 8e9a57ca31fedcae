using System.Collections.Immutable;

namespace Slipway.Pipeline.Cache.Restoring;

/// <summary>What is to be put back, and where.</summary>
internal sealed record RestoreOrder
{
    public required CacheHit Hit { get; init; }

    /// <summary>Those of its outputs that are wanted.</summary>
    public required ImmutableArray<CachedFile> Files { get; init; }

    /// <summary>Names of folders that are exchanged as a whole.</summary>
    public required ImmutableArray<string> Whole { get; init; }

    public required OutputTree Tree { get; init; }

    /// <summary>A folder on the same file system.</summary>
    public required string Scratch { get; init; }
}
