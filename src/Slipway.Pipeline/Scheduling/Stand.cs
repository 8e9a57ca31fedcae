using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Scheduling;

/// <summary>What stands for running a node.</summary>
/// <param name="Record">Of the real execution.</param>
/// <param name="IsNew">Whether this checkout does not have the record yet.</param>
internal sealed record Stand(StageRecord Record, bool IsNew)
{
    /// <summary>Whether the outputs stay in the cache, since nothing reads them.</summary>
    public bool Kept { get; init; }

    /// <summary>The entry whose outputs have to be put back first; null where nothing has.</summary>
    public CacheHit? Hit { get; init; }

    /// <summary>Names of the folders to put back.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];
}
