using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Observation;

/// <summary>The relations and columns that there are somewhere in production, with rows in them and code that uses them.</summary>
internal sealed class Inhabited
{
    public HashSet<uint> Relations { get; } = [];

    public HashSet<(uint Table, short Number)> Columns { get; } = [];

    public void Add(IEnumerable<uint> relations, IEnumerable<Column> columns)
    {
        Relations.UnionWith(relations);
        Columns.UnionWith(columns.Select(column => (column.Table, column.Number)));
    }

    public void AddAll(Snapshot snapshot) => Add(snapshot.Relations.Keys, snapshot.Columns);
}
