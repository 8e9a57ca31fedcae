using System.Collections.Immutable;

namespace Slipway.Evidence.Policies;

/// <summary>What a policy wants of one gate beside that it passed.</summary>
public sealed record GateDemand
{
    /// <summary>The least that each count may be, such as <c>passed</c>.</summary>
    public ImmutableSortedDictionary<string, long> Minimum { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Whether a signed word that the gate was skipped, and why, is enough. Default: false.</summary>
    public bool MayBeSkipped { get; init; }

    /// <summary>Whether a pass is enough in which some check could not be made. Default: false.</summary>
    public bool MayBePartial { get; init; }
}
