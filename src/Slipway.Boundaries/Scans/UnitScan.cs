using System.Collections.Immutable;
using Slipway.Boundaries.Copies;
using Slipway.Boundaries.Data;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Scans;

/// <summary>What looking at one unit's files came to.</summary>
internal sealed record UnitScan
{
    /// <summary>Digest of all that was looked at: the same key, the same findings.</summary>
    public required string Key { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    public ImmutableArray<DatabaseUse> Databases { get; init; } = [];

    /// <summary>What its sources can be told by, should another unit have them too.</summary>
    public ImmutableArray<MarkedSource> Sources { get; init; } = [];

    /// <summary>Units whose allowance is what keeps a finding away, by name.</summary>
    public ImmutableArray<string> Covered { get; init; } = [];
}
