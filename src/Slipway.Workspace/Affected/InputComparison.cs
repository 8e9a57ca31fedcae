using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Affected;

/// <summary>Tells what differs between a unit's inputs at two times, and by which way it reaches the unit.</summary>
public static class InputComparison
{
    public static ImmutableArray<InputChange> Of(Platform platform, UnitId unit, IReadOnlyCollection<Input> then, UnitFingerprints today, InputScope scope)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(today);
        var now = today.InputsOf(unit, scope);
        var changed = then.Except(now).Concat(now.Except(then)).Select(input => input.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (changed.Length == 0) return [];
        var ways = Ways(platform, unit);
        return [.. changed.Select(name => new InputChange(name, Value(then, name), Value(now, name), Reader(name)))];

        // Of several units that read it, the nearest.
        ImmutableArray<UnitId> Reader(string name) => ways
            .FirstOrDefault(way => today.OwnInputsOf(way[^1], scope).Any(input => input.Name == name) || IsWithin(platform, way[^1], name), [unit]);
    }

    private static string? Value(IEnumerable<Input> inputs, string name) => inputs.FirstOrDefault(input => input.Name == name)?.Value;

    // A file that is gone is among nobody's inputs today.
    private static bool IsWithin(Platform platform, UnitId unit, string name) =>
        platform.Units.First(candidate => candidate.Id == unit).Folders.Any(folder => name.StartsWith(folder + "/", StringComparison.Ordinal));

    // Nearest first, each unit once.
    private static List<ImmutableArray<UnitId>> Ways(Platform platform, UnitId unit)
    {
        List<ImmutableArray<UnitId>> ways = [[unit]];
        var seen = new HashSet<UnitId> { unit };
        for (var index = 0; index < ways.Count; index++)
        {
            foreach (var used in platform.UsedBy(ways[index][^1]).Order().Where(seen.Add)) ways.Add(ways[index].Add(used));
        }
        return ways;
    }
}
