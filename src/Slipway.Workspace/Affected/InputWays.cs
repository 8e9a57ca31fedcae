using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Affected;

/// <summary>The ways by which inputs reach one unit: the units that use one another, from the unit itself to the one that reads.</summary>
internal sealed class InputWays
{
    private readonly Platform _platform;
    private readonly UnitId _unit;
    // Nearest first, each unit once.
    private readonly ImmutableArray<(ImmutableArray<UnitId> Way, Lazy<ImmutableHashSet<string>> Reads)> _ways;

    public InputWays(Platform platform, UnitId unit, UnitFingerprints today, InputScope scope)
    {
        _platform = platform;
        _unit = unit;
        _ways = [.. Ways().Select(way => (way, new Lazy<ImmutableHashSet<string>>(() => [.. today.OwnInputsOf(way[^1], scope).Select(input => input.Name)])))];
    }

    /// <summary>Of several units that read it, the nearest.</summary>
    public ImmutableArray<UnitId> To(string name) =>
        _ways.FirstOrDefault(way => way.Reads.Value.Contains(name) || IsWithin(way.Way[^1], name)).Way is { IsDefault: false } found ? found : [_unit];

    // A file that is gone is among nobody's inputs today.
    private bool IsWithin(UnitId unit, string name) =>
        _platform.Units.First(candidate => candidate.Id == unit).Folders.Any(folder => name.StartsWith(folder + "/", StringComparison.Ordinal));

    private List<ImmutableArray<UnitId>> Ways()
    {
        List<ImmutableArray<UnitId>> ways = [[_unit]];
        var seen = new HashSet<UnitId> { _unit };
        for (var index = 0; index < ways.Count; index++)
        {
            foreach (var used in _platform.UsedBy(ways[index][^1]).Order().Where(seen.Add)) ways.Add(ways[index].Add(used));
        }
        return ways;
    }
}
