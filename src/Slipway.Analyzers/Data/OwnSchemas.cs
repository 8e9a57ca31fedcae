using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Data;

/// <summary>The schemas that a unit may name: those of its database, the ones that every database has, and the engine's catalogues.</summary>
internal sealed class OwnSchemas
{
    private static readonly string[] Everyones =
        ["public", "dbo", "information_schema", "pg_catalog", "pg_temp", "pg_toast", "sys", "guest", "excluded", "new", "old", "inserted", "deleted", "main", "temp"];

    private readonly HashSet<string> _names;

    private OwnSchemas(IEnumerable<string> names) => _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where no map tells: then nothing is known of the unit's schemas, and nothing judged.</summary>
    public static OwnSchemas? Of(OwnUnit? own) => own?.Map is { } map
        ? new(Everyones.Concat(map.Schemas).Append(own.Identity.Name).Append(own.Identity.Name.Replace('-', '_').Replace('.', '_')))
        : null;

    public bool Hold(string schema) => _names.Contains(schema);
}
