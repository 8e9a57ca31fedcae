using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Data;

/// <summary>One database per service: two units whose configurations come to the same database, or one that names what another declares its own.</summary>
internal sealed class SharedDatabaseRule
{
    private readonly ILookup<string, (Unit Unit, DatabaseUse Use)> _byIdentity;
    private readonly Dictionary<string, Unit> _declared;
    private readonly ILookup<UnitId, DatabaseUse> _uses;

    public SharedDatabaseRule(IEnumerable<Unit> units, IEnumerable<(UnitId Unit, DatabaseUse Use)> uses)
    {
        var all = units.ToDictionary(unit => unit.Id);
        var list = uses.Where(pair => all[pair.Unit].Kind != UnitKind.Package).ToList();
        _byIdentity = list.Where(pair => pair.Use.Host != DatabaseUse.AnyHost).ToLookup(pair => pair.Use.Identity, pair => (all[pair.Unit], pair.Use));
        _uses = list.ToLookup(pair => pair.Unit, pair => pair.Use);
        _declared = all.Values.Where(unit => unit.Database is not null).DistinctBy(unit => unit.Database!.Name).ToDictionary(unit => unit.Database!.Name.ToLowerInvariant());
    }

    public IEnumerable<Finding> Check(Unit unit)
    {
        foreach (var same in _uses[unit.Id].GroupBy(use => use.Identity).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var use = same.OrderBy(use => use.File, StringComparer.Ordinal).ThenBy(use => use.Line).First();
            var others = _byIdentity[same.Key].Where(pair => pair.Unit.Id != unit.Id).DistinctBy(pair => pair.Unit.Id).OrderBy(pair => pair.Unit.Id).ToList();
            if (others.Count > 0)
                yield return Found(use, $"'{unit.Id}' uses the database '{use.Database}' on '{use.Host}', and so does {string.Join(", ", others.Select(pair => $"'{pair.Unit.Id}' ({pair.Use.File})"))}: each service owns its own");
            else if (_declared.TryGetValue(use.Database, out var owner) && owner.Id != unit.Id && unit.Database?.Name.ToLowerInvariant() != use.Database)
                yield return Found(use, $"'{unit.Id}' uses the database '{use.Database}', which '{owner.Id}' declares its own in its unit.yaml");
        }
    }

    private static Finding Found(DatabaseUse use, string message) => new()
    {
        Id = RuleIds.SharedDatabase,
        Severity = Severity.Error,
        Message = message,
        File = use.File,
        Line = use.Line,
        Column = use.Column,
        Mend = "Give each service a database of its own, and let it ask the others through their SDK packages or events.",
    };
}
