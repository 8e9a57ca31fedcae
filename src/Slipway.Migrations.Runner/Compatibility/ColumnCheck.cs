using Microsoft.EntityFrameworkCore.Metadata;

namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>Whether the code can read and write each of its columns, and leave out those that it does not know.</summary>
internal static class ColumnCheck
{
    // PostgreSQL's own columns: every table has them, the catalog's list of ours does not.
    private static readonly string[] _system = ["xmin", "xmax", "cmin", "cmax", "ctid", "tableoid"];

    public static IEnumerable<Incompatibility> Of(ITableBase table, CatalogRelation relation)
    {
        var path = $"{relation.Schema}.{relation.Name}";
        foreach (var column in table.Columns.Where(column => !_system.Contains(column.Name)))
        {
            var actual = relation.Columns.FirstOrDefault(one => one.Name == column.Name);
            var problems = actual is null ? [Missing($"{path}.{column.Name}")] : Known($"{path}.{column.Name}", column, actual, relation);
            foreach (var problem in problems)
                yield return problem;
        }

        if (!relation.IsTable || table is not ITable) yield break;
        foreach (var unknown in relation.Columns.Where(one => one.NotNull && !one.FillsItself && table.FindColumn(one.Name) is null))
            yield return new()
            {
                Object = $"{path}.{unknown.Name}",
                Breaks = ["insert"],
                SqlState = "23502",
                Reason = "It is NOT NULL without a default, and this release does not know it.",
                Mend = "Give it a default until no such release runs, or make it nullable.",
            };
    }

    private static IEnumerable<Incompatibility> Known(string path, IColumnBase column, CatalogColumn actual, CatalogRelation relation)
    {
        var expected = StoreType.Parse(column.StoreType);
        if (!expected.GoesWith(actual.Type))
            yield return new()
            {
                Object = path,
                Breaks = ["read", "insert", "update"],
                SqlState = expected.StateOfWriting(actual.Type),
                Reason = $"This release knows {expected}; it is {actual.Type}, and not every value goes from one to the other.",
                Mend = "Add a column of the new type, fill both, and take the old one away when no such release runs.",
            };

        if (column is not IColumn { Table: ITable } written) yield break;
        if (!relation.IsTable)
        {
            if (relation.Refused.Count == 0 && !actual.Writable && written.ComputedColumnSql is null)
                yield return new()
                {
                    Object = path,
                    Breaks = ["insert", "update"],
                    SqlState = "0A000",
                    Reason = "It is computed in a view, so it cannot be written.",
                    Mend = "Let the view give the column itself, or write it in an INSTEAD OF trigger.",
                };
            yield break;
        }

        foreach (var problem in Writing(path, written, actual))
            yield return problem;
    }

    private static IEnumerable<Incompatibility> Writing(string path, IColumn column, CatalogColumn actual)
    {
        var filled = column.Filling;
        if (actual.NotNull && column.IsNullable && !actual.Generated)
            yield return Problem(path, ["insert", "update"], "23502", "This release writes NULL into it, and it is NOT NULL; a default does not help, since NULL is written.",
                "Add a CHECK or NOT NULL when no such release runs.");
        if (!actual.NotNull && !column.IsNullable)
            yield return Problem(path, ["read"], null, "It may hold NULL now, and this release cannot read that.", "Keep it NOT NULL until no such release runs.");
        if (actual.NotNull && filled != ColumnFilling.Client && !actual.FillsItself)
            yield return Problem(path, ["insert"], "23502", "This release lets the database make its value, and the database no longer does.",
                "Keep the identity or the default until no such release runs.");
        if (filled is ColumnFilling.Client or ColumnFilling.Default && actual.Generated)
            yield return Problem(path, ["insert", "update"], "428C9", "It is a generated column now, and this release writes it.", "Generate a column of another name.");
    }

    private static Incompatibility Missing(string path) =>
        Problem(path, ["read", "insert", "update"], "42703", "This release uses it, and it is not there.", "Keep it until no such release runs, and take it away in a contract migration.");

    private static Incompatibility Problem(string path, IReadOnlyList<string> breaks, string? state, string reason, string mend) =>
        new() { Object = path, Breaks = breaks, SqlState = state, Reason = reason, Mend = mend };
}
