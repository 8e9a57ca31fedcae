using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Data;

/// <summary>Whose a schema or a database is, by name: that of the declared database, and that of the service itself.</summary>
internal sealed class SchemaOwners
{
    private static readonly HashSet<string> Everyones = new(["public", "dbo", "sys", "pg_catalog", "information_schema"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Unit> _owners = new(StringComparer.OrdinalIgnoreCase);

    public SchemaOwners(UnitMap map)
    {
        foreach (var unit in map.Platform.Units.Where(unit => unit.Kind == UnitKind.Service))
        {
            if (unit.Database is { } database) _owners[database.Name] = unit;
        }
        foreach (var unit in map.Platform.Units.Where(unit => unit.Kind == UnitKind.Service)) _owners.TryAdd(NameOf(unit), unit);
    }

    /// <summary>The other unit that owns the schema, or null.</summary>
    public Unit? Foreign(Unit unit, string schema) =>
        !Everyones.Contains(schema) && !schema.Equals(NameOf(unit), StringComparison.OrdinalIgnoreCase) && _owners.GetValueOrDefault(schema) is { } owner && owner.Id != unit.Id ? owner : null;

    private static string NameOf(Unit unit) => unit.Name.Lower.Replace('.', '_').Replace('-', '_');
}
