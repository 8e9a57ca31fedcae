using System.Collections.Immutable;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Reversal;

/// <summary>What the columns of all tables hold, as one number for each, so that a loss shows.</summary>
internal static class TableContents
{
    public static async Task<ImmutableSortedDictionary<string, string>> OfAsync(Database database, CancellationToken cancellationToken)
    {
        var now = await database.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var contents = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var table in now.Relations.Values.Where(relation => relation.Kind is 'r'))
        {
            var columns = now.ColumnsOf(table.Oid).ToArray();
            if (columns.Length == 0) continue;
            var sums = string.Join(", ", columns.Select(column => $"coalesce(pg_catalog.md5(pg_catalog.string_agg(coalesce({Quoted(column.Name)}::text, '-'), ',' ORDER BY {Quoted(column.Name)}::text)), '')"));
            var rows = await database.QueryAsync(
                $"SELECT {sums} FROM {Quoted(table.Schema)}.{Quoted(table.Name)}", row => Enumerable.Range(0, columns.Length).Select(row.GetString).ToArray(), cancellationToken).ConfigureAwait(false);
            for (var at = 0; at < columns.Length; at++) contents[$"{table.FullName}.{columns[at].Name}"] = rows[0][at];
        }
        return contents.ToImmutable();
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
