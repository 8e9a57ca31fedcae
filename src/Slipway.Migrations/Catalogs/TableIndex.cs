namespace Slipway.Migrations.Catalogs;

/// <summary>An index.</summary>
/// <param name="Oid">Stays through renames.</param>
/// <param name="Table">The oid of its table.</param>
/// <param name="Name">As it is in the catalog.</param>
/// <param name="File">The number of its file, which changes when it is built anew.</param>
/// <param name="Columns">The numbers of its columns; 0 for an expression.</param>
internal sealed record TableIndex(uint Oid, uint Table, string Name, uint File, short[] Columns);
