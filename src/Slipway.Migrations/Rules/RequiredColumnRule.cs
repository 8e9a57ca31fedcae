using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG109: code that does not know a new column cannot insert rows any more.</summary>
internal sealed class RequiredColumnRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        record.AddedColumns().Where(added => IsRequired(added.Added))
            .Select(added => Found(record, circumstances, added.Seen, added.Table, added.Added, "is added that must not be null and has no default: it fails where there are rows, and"))
            .Concat(
                from kept in record.KeptColumns()
                where !IsRequired(kept.Old) && kept.Old.NotNull && IsRequired(kept.New) && !record.Had(kept.Table.Oid, kept.Old.Number)
                select Found(record, circumstances, kept.Seen, kept.Table, kept.New, "loses the default that filled it, so that"));

    private static bool IsRequired(Column column) => column is { NotNull: true, Default: null, FillsItself: false };

    private static MigrationFinding Found(MigrationRecord record, Circumstances circumstances, Observed seen, Relation table, Column column, string how) => circumstances.Found(
        record, seen, RuleIds.RequiredColumn, Severity.Error, table, column.Name,
        $"the column '{column.Name}' of {table.FullName} {how} code that does not know it cannot insert any more (23502)",
        "Give it a default and keep that, or let it be null until every live release writes it.");
}
