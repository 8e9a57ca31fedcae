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
        var ways = new InputWays(platform, unit, today, scope);
        return [.. changed.Select(name => new InputChange(name, Value(then, name), Value(now, name), ways.To(name)))];
    }

    private static string? Value(IEnumerable<Input> inputs, string name) => inputs.FirstOrDefault(input => input.Name == name)?.Value;
}
