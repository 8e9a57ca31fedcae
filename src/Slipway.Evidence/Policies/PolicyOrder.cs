using System.Collections.Immutable;
using System.Globalization;

namespace Slipway.Evidence.Policies;

/// <summary>The rule that no environment asks less than the one before it.</summary>
public static class PolicyOrder
{
    /// <summary>Every way in which a policy would take a release that another refuses, each in a few words; none where it takes no such release.</summary>
    public static ImmutableArray<Looseness> Between(EnvironmentPolicy before, EnvironmentPolicy after) =>
    [
        .. before.Statements.Except(after.Statements).Select(name => new Looseness("statements", $"does not want the statement {name}")),
        .. before.Gates.SelectMany(gate => Between(gate.Key, gate.Value, after.Gates.GetValueOrDefault(gate.Key))),
        .. after.Builders.Except(before.Builders).Select(name => new Looseness("builders", $"allows the builder {name}")),
        .. Age(before.MaximumAge, after.MaximumAge),
        .. Parameters(before.Parameters, after.Parameters),
        .. after.AllowsUncommitted && !before.AllowsUncommitted ? [new("uncommitted", "takes uncommitted changes")] : Array.Empty<Looseness>(),
    ];

    private static IEnumerable<Looseness> Between(string gate, GateDemand before, GateDemand? after)
    {
        if (after is null)
        {
            yield return new("gates", $"does not want the gate {gate}");
            yield break;
        }
        if (after.MayBeSkipped && !before.MayBeSkipped) yield return new("gates", $"lets the gate {gate} be skipped");
        if (after.MayBePartial && !before.MayBePartial) yield return new("gates", $"takes a pass in part of the gate {gate}");
        foreach (var (count, least) in before.Minimum)
        {
            if (after.Minimum.GetValueOrDefault(count, long.MinValue) < least)
                yield return new("gates", string.Create(CultureInfo.InvariantCulture, $"wants fewer than {least} {count} of the gate {gate}"));
        }
    }

    private static IEnumerable<Looseness> Age(TimeSpan? before, TimeSpan? after) => before is { } limit && (after is null || after > limit)
        ? [new("maximumAge", string.Create(CultureInfo.InvariantCulture, $"takes what is older than {limit.TotalHours} hours"))]
        : [];

    private static IEnumerable<Looseness> Parameters(ImmutableSortedDictionary<string, string>? before, ImmutableSortedDictionary<string, string>? after)
    {
        if (before is null || (after is not null && before.SequenceEqual(after))) return [];
        return [new("parameters", $"takes other parameters than {string.Join(", ", before.Select(parameter => $"{parameter.Key}={parameter.Value}"))}")];
    }
}
