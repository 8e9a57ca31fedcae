namespace Slipway.Migrations.Catalogs;

/// <summary>What to ask the catalogs for. Every name is qualified: a migration may have set any search path.</summary>
internal static class SnapshotQueries
{
    private const string Own = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'";

    private const string NotOfExtension = "NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')";

    public static string[] All { get; } =
    [
        $"""
        SELECT c.oid, n.nspname, c.relname, c.relkind, coalesce(pg_catalog.pg_relation_filenode(c.oid), 0), c.reltuples
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE {Own} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND {NotOfExtension}
        """,
        $"""
        SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
               pg_catalog.pg_get_expr(f.adbin, f.adrelid), a.attidentity <> '' OR a.attgenerated <> '', a.attgenerated <> ''
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
        WHERE {Own} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND {NotOfExtension}
        """,
        $"""
        SELECT k.conrelid, k.conname, k.contype, k.confrelid, k.conindid, k.convalidated, pg_catalog.pg_get_constraintdef(k.oid), coalesce(k.conkey, ARRAY[]::pg_catalog.int2[])
        FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE {Own} AND k.contype IN ('c', 'f', 'p', 'u', 'x') AND {NotOfExtension}
        """,
        $"""
        SELECT i.indexrelid, i.indrelid, x.relname, coalesce(pg_catalog.pg_relation_filenode(x.oid), 0), i.indkey::pg_catalog.int2[]
        FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
        JOIN pg_catalog.pg_class c ON c.oid = i.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE {Own} AND {NotOfExtension}
        """,
        $"SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n WHERE {Own}",
        $"""
        SELECT 'extension', extname::text, extversion FROM pg_catalog.pg_extension
        UNION ALL SELECT 'foreign server', srvname::text, coalesce(srvoptions::text, '') FROM pg_catalog.pg_foreign_server
        UNION ALL SELECT 'function', n.nspname || '.' || c.proname, c.oid || pg_catalog.md5(c.prosrc)
            FROM pg_catalog.pg_proc c JOIN pg_catalog.pg_namespace n ON n.oid = c.pronamespace WHERE {Own} AND {NotOfExtension}
        UNION ALL SELECT 'trigger', n.nspname || '.' || r.relname || '.' || t.tgname, pg_catalog.pg_get_triggerdef(t.oid) || t.tgenabled::text
            FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class r ON r.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace WHERE NOT t.tgisinternal AND {Own}
        UNION ALL SELECT 'enum value', n.nspname || '.' || c.typname || '.' || e.enumlabel, e.enumsortorder::text
            FROM pg_catalog.pg_enum e JOIN pg_catalog.pg_type c ON c.oid = e.enumtypid JOIN pg_catalog.pg_namespace n ON n.oid = c.typnamespace WHERE {Own} AND {NotOfExtension}
        UNION ALL SELECT 'view', n.nspname || '.' || c.relname, pg_catalog.md5(pg_catalog.pg_get_viewdef(c.oid))
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND {Own} AND {NotOfExtension}
        UNION ALL SELECT 'policy', n.nspname || '.' || r.relname || '.' || p.polname, coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '')
            FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class r ON r.oid = p.polrelid JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace WHERE {Own}
        """,
    ];
}
