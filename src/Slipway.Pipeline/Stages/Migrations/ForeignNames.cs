using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>What in a database belongs to others: their databases, and the schemas that bear a name of theirs or that their <c>unit.yaml</c> declares.</summary>
internal static class ForeignNames
{
    /// <summary>Whose each name is; where two units say so, the first by its identity.</summary>
    public static ImmutableDictionary<string, string> Of(Unit unit, Platform platform)
    {
        var own = Names(unit).Append("public").ToHashSet(StringComparer.Ordinal);
        return platform.Units
            .Where(other => other.Id != unit.Id)
            .SelectMany(other => Names(other).Select(name => (Name: name, Owner: other.Id)))
            .Where(foreign => !own.Contains(foreign.Name))
            .GroupBy(foreign => foreign.Name, StringComparer.Ordinal)
            .ToImmutableDictionary(same => same.Key, same => same.Select(foreign => foreign.Owner).Order().First().ToString(), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(Unit unit) => unit.Database is { } database
        ? [database.Name, unit.Name.Lower.Replace('-', '_').Replace('.', '_'), .. database.Schemas]
        : [];
}
