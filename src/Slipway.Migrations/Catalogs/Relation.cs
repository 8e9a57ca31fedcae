namespace Slipway.Migrations.Catalogs;

/// <summary>A table, view, sequence or the like.</summary>
/// <param name="Oid">Stays through renames.</param>
/// <param name="Schema">Of its schema, the name.</param>
/// <param name="Name">As it is in the catalog.</param>
/// <param name="Kind">PostgreSQL's letter: r table, p partitioned, v view, m materialized view, f foreign table, S sequence.</param>
/// <param name="File">The number of its file, which changes when it is written anew.</param>
/// <param name="Tuples">PostgreSQL's estimate of its rows; -1 where it has none.</param>
internal sealed record Relation(uint Oid, string Schema, string Name, char Kind, uint File, float Tuples)
{
    public string FullName => $"{Schema}.{Name}";

    public bool HoldsRows => Kind is 'r' or 'p' or 'm';
}
