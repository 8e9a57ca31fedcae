using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Reversal;

/// <summary>Puts rows into tables, made of nothing but what the catalog says of their columns.</summary>
internal static class SeededRows
{
    private const int Rounds = 4;
    private const int Rows = 3;

    /// <summary>Fills every table that has no rows yet, parents before children where foreign keys want it; gives those that stay empty.</summary>
    public static async Task<IReadOnlyList<string>> FillAsync(Database database, CancellationToken cancellationToken)
    {
        var now = await database.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var left = new List<Relation>();
        foreach (var table in now.Relations.Values.Where(relation => relation.Kind is 'r').OrderBy(relation => relation.Oid))
        {
            var has = await database.QueryAsync($"SELECT EXISTS (SELECT FROM {Name(table)})", row => row.GetBoolean(0), cancellationToken).ConfigureAwait(false);
            if (!has[0]) left.Add(table);
        }
        for (var round = 0; round < Rounds && left.Count > 0; round++)
        {
            foreach (var table in left.ToArray())
            {
                // One row at a time: the first may fit where the third does not.
                var filled = false;
                for (var row = 1; row <= Rows; row++) filled |= await database.TryExecuteAsync(Insert(table, now, row), cancellationToken).ConfigureAwait(false);
                if (filled) left.Remove(table);
            }
        }
        return [.. left.Select(table => table.FullName)];
    }

    private static string Insert(Relation table, Snapshot now, int row)
    {
        var columns = now.ColumnsOf(table.Oid).Where(column => !column.FillsItself).OrderBy(column => column.Number).ToArray();
        return columns.Length == 0
            ? $"INSERT INTO {Name(table)} DEFAULT VALUES"
            : $"INSERT INTO {Name(table)} ({string.Join(", ", columns.Select(column => Quoted(column.Name)))}) VALUES ({string.Join(", ", columns.Select(column => Value(table, column, now, row)))})";
    }

    private static string Value(Relation table, Column column, Snapshot now, int row) =>
        now.Constraints.Values.FirstOrDefault(key => key.Kind == 'f' && key.Table == table.Oid && key.Columns is [var only] && only == column.Number) is { } key
            && now.Relations.TryGetValue(key.Referenced, out var parent) && now.ConstraintsOf(parent.Oid).FirstOrDefault(other => other.Kind is 'p' && other.Columns.Count == 1) is { } primary
            && now.Column(parent.Oid, primary.Columns[0]) is { } referenced
            ? $"(SELECT {Quoted(referenced.Name)} FROM {Name(parent)} ORDER BY 1 OFFSET {row - 1} LIMIT 1)"
            : SampleValue.Of(column, row);

    private static string Name(Relation relation) => $"{Quoted(relation.Schema)}.{Quoted(relation.Name)}";

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
