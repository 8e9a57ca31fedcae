using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.Security;

/// <summary>What the security compile found in one unit.</summary>
internal sealed record CodeScanResult
{
    /// <summary>Why there was nothing to compile, as the words of a stated skip; null where there was.</summary>
    public string? Reason { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>How many rules were really loaded, summed over projects.</summary>
    public int Rules { get; init; }

    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Rules that could not be had.</summary>
    public ImmutableArray<SkippedCheck> SkippedChecks { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Tools { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
