using Microsoft.EntityFrameworkCore.Metadata;

namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>
/// A release's model against the schema of a database, which may be that of a later release. It errs on the safe side: a type that holds
/// this release's values only while they fit counts as a break.
/// </summary>
internal static class CompatibilityCheck
{
    /// <param name="model">With design-time annotations.</param>
    /// <param name="catalog">The database to judge.</param>
    /// <param name="baseline">The database as this release's own migrations leave it: what guards tables there is known. Null: what the model says is.</param>
    public static IReadOnlyList<Incompatibility> Of(IRelationalModel model, Catalog catalog, Catalog? baseline)
    {
        var known = baseline?.Guards.Select(baseline.IdentityOf).ToHashSet() ?? [];
        return
        [
            .. model.Tables.SelectMany(table => OfTable(table, catalog, known)),
            .. model.Views.Where(view => !model.Tables.Any(table => table.Name == view.Name && table.Schema == view.Schema))
                .SelectMany(view => OfView(view, catalog)),
            .. model.Sequences.Where(sequence => catalog.Find(sequence.Schema, sequence.Name) is null)
                .Select(sequence => Missing(sequence.Schema, sequence.Name, ["insert"])),
        ];
    }

    private static IEnumerable<Incompatibility> OfTable(ITable table, Catalog catalog, HashSet<string> known)
    {
        if (catalog.Find(table.Schema, table.Name) is not { } relation)
            return [Missing(table.Schema, table.Name, ["read", "insert", "update", "delete"])];

        return
        [
            .. Refused(relation),
            .. ColumnCheck.Of(table, relation),
            .. relation.IsTable ? GuardCheck.Of(table, relation, catalog, known) : [],
        ];
    }

    private static IEnumerable<Incompatibility> OfView(IView view, Catalog catalog) => catalog.Find(view.Schema, view.Name) is { } relation
        ? ColumnCheck.Of(view, relation)
        : [Missing(view.Schema, view.Name, ["read"])];

    private static IEnumerable<Incompatibility> Refused(CatalogRelation relation)
    {
        if (relation.Refused.Count == 0) yield break;
        yield return new()
        {
            Object = $"{relation.Schema}.{relation.Name}",
            Breaks = relation.Refused,
            SqlState = relation.Kind == "v" ? "55000" : "42809",
            Reason = "This release writes to it as to a table, and it is a view that cannot be written.",
            Mend = "Keep the view to one table and its plain columns, or give it INSTEAD OF triggers.",
        };
    }

    private static Incompatibility Missing(string? schema, string name, IReadOnlyList<string> breaks) => new()
    {
        Object = schema is null ? name : $"{schema}.{name}",
        Breaks = breaks,
        SqlState = "42P01",
        Reason = "This release uses it, and it is not there.",
        Mend = "Keep it until no such release runs (a view under the old name will do), and take it away in a contract migration.",
    };
}
