using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>Whether something on a table refuses what the code writes, that the code does not know of. NOT VALID is no help: it spares only the rows that are there.</summary>
internal static class GuardCheck
{
    public static IEnumerable<Incompatibility> Of(ITable table, CatalogRelation relation, Catalog catalog, IReadOnlySet<string> baseline) =>
        catalog.Guards
            .Where(guard => guard.Relation == relation.Id && !baseline.Contains(catalog.IdentityOf(guard)))
            .Select(guard => Of(guard, table, relation, catalog)).OfType<Incompatibility>();

    private static Incompatibility? Of(CatalogGuard guard, ITable table, CatalogRelation relation, Catalog catalog) => guard.Kind switch
    {
        "c" when Touches(guard, table) && table.CheckConstraints.All(known => known.Name != guard.Name) =>
            Problem(guard, relation, ["insert", "update"], "23514"),
        "u" or "p" or "i" when !IsKnownUnique(guard, table) && !IsAlwaysUnique(guard, table, relation) =>
            Problem(guard, relation, ["insert", "update"], "23505"),
        "x" => Problem(guard, relation, ["insert", "update"], "23P01"),
        "f" => OfForeignKey(guard, table, relation, catalog),
        "t" when table.Triggers.All(known => known.GetDatabaseName() != guard.Name) =>
            Problem(guard, relation, ["insert", "update", "delete"], "P0001"),
        _ => null,
    };

    private static Incompatibility? OfForeignKey(CatalogGuard guard, ITable table, CatalogRelation relation, Catalog catalog)
    {
        var known = table.ForeignKeyConstraints.FirstOrDefault(key => Same(key.Columns, guard.Columns)
            && PointsTo(key.PrincipalTable, guard.Principal, catalog));
        if (known is not null)
            return known.OnDeleteAction switch
            {
                ReferentialAction.Cascade when guard.OnDelete != "c" => Problem(guard, relation, ["delete"], "23503"),
                ReferentialAction.SetNull when guard.OnDelete is not "n" and not "c" => Problem(guard, relation, ["delete"], "23503"),
                _ => null,
            };

        return Touches(guard, table) || guard.Columns.Any(name => relation.Columns.Any(column => column.Name == name && column.FillsItself))
            ? Problem(guard, relation, ["insert", "update"], "23503")
            : null;
    }

    // Behind a view in the table's place the key points to the table under its new name.
    private static bool PointsTo(ITable principal, long relation, Catalog catalog) =>
        catalog.Find(principal.Schema, principal.Name) is { } found && (found.Id == relation || !found.IsTable);

    private static bool IsKnownUnique(CatalogGuard guard, ITable table) => guard.Complex
        ? table.Indexes.Any(index => index.IsUnique && index.Name == guard.Name)
        : table.UniqueConstraints.Select(key => key.Columns).Concat(table.Indexes.Where(index => index.IsUnique && index.Filter is null).Select(index => index.Columns))
            // Rows that differ in fewer columns differ in more.
            .Any(columns => columns.All(column => guard.Columns.Contains(column.Name)));

    // On columns that an old writer leaves out and that the database fills with another value each time, or with NULL.
    private static bool IsAlwaysUnique(CatalogGuard guard, ITable table, CatalogRelation relation) => !guard.Complex && relation.Columns
        .Where(column => guard.Columns.Contains(column.Name) && table.FindColumn(column.Name) is null)
        .Any(column => column.Identity || (column.Default is null && !column.Generated && !column.NotNull)
            || column.Default?.StartsWith("nextval(", StringComparison.Ordinal) == true || column.Default == "gen_random_uuid()");

    // A check on no column at all is one on the whole row.
    private static bool Touches(CatalogGuard guard, ITable table) =>
        guard.Columns.Count == 0 || guard.Columns.Any(column => table.FindColumn(column) is not null);

    private static bool Same(IReadOnlyList<IColumn> columns, IReadOnlyList<string> names) =>
        columns.Count == names.Count && columns.All(column => names.Contains(column.Name));

    private static Incompatibility Problem(CatalogGuard guard, CatalogRelation relation, IReadOnlyList<string> breaks, string state) => new()
    {
        Object = $"{relation.Schema}.{relation.Name}.{guard.Name}",
        Breaks = breaks,
        SqlState = state,
        Reason = $"This release does not know it, and what it writes may be refused: {guard.Definition}.",
        Mend = "Add it when no such release runs.",
    };
}
