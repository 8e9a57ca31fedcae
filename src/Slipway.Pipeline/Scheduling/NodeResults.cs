using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Scheduling;

/// <summary>What has finished so far, by unit.</summary>
internal sealed class NodeResults
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UnitId, ImmutableDictionary<StageName, NodeResult>> _results = [];

    public void Add(NodeResult result)
    {
        lock (_lock) _results[result.Node.Unit] = OfLocked(result.Node.Unit).SetItem(result.Node.Stage, result);
    }

    public ImmutableDictionary<StageName, NodeResult> Of(UnitId unit)
    {
        lock (_lock) return OfLocked(unit);
    }

    private ImmutableDictionary<StageName, NodeResult> OfLocked(UnitId unit) =>
        _results.GetValueOrDefault(unit, ImmutableDictionary<StageName, NodeResult>.Empty);
}
