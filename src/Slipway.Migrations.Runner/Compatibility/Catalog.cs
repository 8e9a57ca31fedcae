using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>What a PostgreSQL database holds, read in two queries.</summary>
internal sealed record Catalog(IReadOnlyList<CatalogRelation> Relations, IReadOnlyList<CatalogGuard> Guards)
{
    private const string Columns = """
        SELECT c.oid::bigint, n.nspname::text, c.relname::text, c.relkind::text, pg_table_is_visible(c.oid),
               pg_relation_is_updatable(c.oid, true)::int, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid), a.attgenerated <> '', a.attidentity <> '', pg_column_is_updatable(c.oid, a.attnum, true)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        ORDER BY n.nspname, c.relname, a.attnum
        """;

    private const string Refusals = """
        SELECT conrelid::bigint, contype::text, conname::text, pg_get_constraintdef(oid),
               ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey)),
               confdeltype::text, confrelid::bigint, false
        FROM pg_constraint WHERE conrelid <> 0 AND contype IN ('c', 'u', 'p', 'f', 'x')
        UNION ALL
        SELECT i.indrelid::bigint, 'i', c.relname::text, pg_get_indexdef(i.indexrelid),
               ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = ANY (i.indkey)),
               '', 0, i.indpred IS NOT NULL OR i.indexprs IS NOT NULL
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE i.indisunique AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('u', 'p', 'x'))
        UNION ALL
        SELECT tgrelid::bigint, 't', tgname::text, pg_get_triggerdef(oid), ARRAY[]::text[], '', 0, false
        FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'
        ORDER BY 1, 2, 3
        """;

    public static async Task<Catalog> ReadAsync(DbConnection connection, CancellationToken cancellation)
    {
        var rows = await RowsAsync(connection, Columns, row => (Id: row.GetInt64(0), Relation: RelationOf(row), Column: ColumnOf(row)), cancellation);
        return new(
            [.. rows.GroupBy(row => row.Id).Select(group => group.First().Relation with { Columns = [.. group.Select(row => row.Column).OfType<CatalogColumn>()] })],
            await RowsAsync(connection, Refusals, GuardOf, cancellation));
    }

    /// <returns>The relation of that name in that schema; where none is named, the one that a statement would find.</returns>
    public CatalogRelation? Find(string? schema, string name) =>
        Relations.FirstOrDefault(relation => relation.Name == name && (schema is null ? relation.Visible : relation.Schema == schema));

    /// <returns>Words that tell a guard from another across databases.</returns>
    public string IdentityOf(CatalogGuard guard)
    {
        var relation = Relations.FirstOrDefault(relation => relation.Id == guard.Relation);
        return $"{relation?.Schema}.{relation?.Name} {guard.Kind} {guard.Definition}";
    }

    [SuppressMessage("Security", "CA2100", Justification = "The two queries are the constants above.")]
    private static async Task<IReadOnlyList<T>> RowsAsync<T>(
        DbConnection connection, string query, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private static CatalogRelation RelationOf(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Schema = row.GetString(1),
        Name = row.GetString(2),
        Kind = row.GetString(3),
        Visible = row.GetBoolean(4),
        Commands = row.GetInt32(5),
        Columns = [],
    };

    private static CatalogColumn? ColumnOf(DbDataReader row) => row.IsDBNull(6) ? null : new()
    {
        Name = row.GetString(6),
        Type = StoreType.Parse(row.GetString(7)),
        NotNull = row.GetBoolean(8),
        Default = row.IsDBNull(9) || row.GetBoolean(10) ? null : row.GetString(9),
        Generated = row.GetBoolean(10),
        Identity = row.GetBoolean(11),
        Writable = row.GetBoolean(12),
    };

    private static CatalogGuard GuardOf(DbDataReader row) => new()
    {
        Relation = row.GetInt64(0),
        Kind = row.GetString(1),
        Name = row.GetString(2),
        Definition = row.GetString(3),
        Columns = row.GetFieldValue<string[]>(4),
        OnDelete = row.GetString(5),
        Principal = row.GetInt64(6),
        Complex = row.GetBoolean(7),
    };
}
