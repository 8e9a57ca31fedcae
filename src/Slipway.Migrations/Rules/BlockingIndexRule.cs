using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Rules;

/// <summary>MIG110: work on an index during which its table was locked against writers.</summary>
internal sealed class BlockingIndexRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.Kept()
        where kept.Seen.LockOn(kept.Old.Oid) >= LockLevel.Share && !RetypedColumns(kept.Seen, kept.Old) && !kept.Seen.NewFiles.Contains(kept.Old.Oid)
        from work in Built(kept.Seen, kept.Old).Concat(Dropped(kept.Seen, kept.Old))
        select circumstances.Found(
            record, kept.Seen, RuleIds.BlockingIndex, circumstances.Holding(kept.Old), kept.Old, null,
            $"the index '{work.Index.Name}' of {kept.Old.FullName} is {work.How} while nobody can write to the table",
            $"Use {work.Instead} in a migration of its own, without a transaction.");

    private static IEnumerable<(TableIndex Index, string How, string Instead)> Built(Observed seen, Relation table) =>
        from index in seen.After.IndexesOf(table.Oid)
        let old = seen.Before.Indexes.GetValueOrDefault(index.Oid)
        where old is null ? seen.After.ConstraintOf(index) is null : old.File != index.File
        select (index, old is null ? "built" : "built anew", old is null ? "CREATE INDEX CONCURRENTLY" : "REINDEX … CONCURRENTLY");

    private static IEnumerable<(TableIndex Index, string How, string Instead)> Dropped(Observed seen, Relation table) =>
        from index in seen.Before.IndexesOf(table.Oid)
        where !seen.After.Indexes.ContainsKey(index.Oid) && seen.Before.ConstraintOf(index) is null
        // With a column its indexes go, and that is the column's matter.
        where index.Columns.All(column => column == 0 || seen.After.Column(table.Oid, column) is not null)
        select (index, "dropped", "DROP INDEX CONCURRENTLY");

    private static bool RetypedColumns(Observed seen, Relation table) =>
        seen.Before.ColumnsOf(table.Oid).Any(old => seen.After.Column(table.Oid, old.Number) is { } now && (now.TypeId, now.TypeModifier) != (old.TypeId, old.TypeModifier));
}
