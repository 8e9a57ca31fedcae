using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Data;

/// <summary>Whose a schema or a database is, by name: that of the declared database and of its schemas, and that of the service itself.</summary>
internal sealed class SchemaOwners
{
    private static readonly HashSet<string> Everyones = new(["public", "dbo", "sys", "pg_catalog", "information_schema"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Unit> _owners = new(StringComparer.OrdinalIgnoreCase);

    public SchemaOwners(UnitMap map)
    {
        var services = map.Platform.Units.Where(unit => unit.Kind == UnitKind.Service).ToArray();
        foreach (var unit in services.Where(unit => unit.Database is not null)) _owners[unit.Database!.Name] = unit;
        foreach (var unit in services) _owners.TryAdd(NameOf(unit), unit);
        foreach (var unit in services)
        {
            foreach (var schema in unit.Database?.Schemas ?? []) _owners.TryAdd(schema, unit);
        }
    }

    /// <summary>The other unit that owns the schema, or null.</summary>
    public Unit? Foreign(Unit unit, string schema) =>
        !Everyones.Contains(schema) && !IsOwn(unit, schema) && _owners.GetValueOrDefault(schema) is { } owner && owner.Id != unit.Id ? owner : null;

    private static bool IsOwn(Unit unit, string schema) =>
        schema.Equals(NameOf(unit), StringComparison.OrdinalIgnoreCase) || unit.Database is { } database && database.Schemas.Contains(schema, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(Unit unit) => unit.Name.Lower.Replace('.', '_').Replace('-', '_');
}
