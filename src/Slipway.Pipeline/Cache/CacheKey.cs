using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Cache;

/// <summary>What an entry is looked up by: a node, and the digest over all its inputs.</summary>
internal sealed record CacheKey(UnitId Unit, StageName Stage, Digest Fingerprint)
{
    // Moves when entries change in a way that older versions of Slipway cannot read: then neither finds the other's.
    private const int Format = 1;

    public static CacheKey Of(PlanNode node) => new(node.Unit, node.Stage, node.Fingerprint);

    public static CacheKey Of(StageRecord record) => new(record.Unit, record.Stage, record.Fingerprint);

    /// <summary>The name of the entry in any store. No two scopes share one.</summary>
    public Digest AddressIn(CacheScope scope) => Digest.Of($"slipway cache {Format}\n{scope}\n{Unit}\n{Stage}\n{Fingerprint}\n");

    public override string ToString() => $"{Unit} {Stage}";
}
