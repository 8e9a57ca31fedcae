using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG105: a change of type that PostgreSQL had to look at, or write, every row for.</summary>
internal sealed class ChangedTypeRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.KeptColumns()
        where (kept.Old.TypeId, kept.Old.TypeModifier) != (kept.New.TypeId, kept.New.TypeModifier)
        let work = Work(kept.Seen, kept.Table)
        where work is not null
        select circumstances.Found(
            record, kept.Seen, RuleIds.TypeChanged, Severity.Error, kept.Table, kept.Old.Name,
            $"the type of {kept.Table.FullName}.{kept.Old.Name} changes from {kept.Old.Type} to {kept.New.Type}: PostgreSQL {work} "
            + $"while nobody can read or write the table, and running code expects {kept.Old.Type}",
            "Add a column of the new type, write both, copy the rows in a backfill, move reads over, and drop the old column in a later contract.");

    private static string? Work(Observed seen, Relation table) => seen switch
    {
        _ when seen.Rewrote(table.Oid) => "writes every row anew",
        _ when seen.Checked(table.Oid) => "checks every row again",
        _ when RebuiltIndex(seen, table) is { } index => $"builds the index '{index}' anew",
        _ when seen.Before.Constraints.Values.Any(key => key.Kind == 'f' && (key.Table == table.Oid || key.Referenced == table.Oid) && seen.Validated(key.Name)) => "checks a foreign key again",
        _ => null,
    };

    private static string? RebuiltIndex(Observed seen, Relation table)
    {
        var files = seen.Before.IndexesOf(table.Oid).Select(index => index.File).ToHashSet();
        return seen.After.IndexesOf(table.Oid).FirstOrDefault(index => !files.Contains(index.File) && seen.Before.IndexesOf(table.Oid).Any(old => old.Name == index.Name))?.Name;
    }
}
