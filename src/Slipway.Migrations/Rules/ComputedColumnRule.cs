using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG115: a new column whose values PostgreSQL had to write into every row.</summary>
internal sealed class ComputedColumnRule : IRule
{
    private const int KeepsConstantsSince = 11;

    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from added in record.AddedColumns()
        where added.Seen.Rewrote(added.Table.Oid) || circumstances.Server < KeepsConstantsSince && added.Added.Default is not null
        select circumstances.Found(
            record, added.Seen, RuleIds.ComputedColumn, Severity.Warning, added.Table, added.Added.Name,
            $"the values of the new column '{added.Added.Name}' ({added.Added.Default ?? "computed"}) are written into every row of {added.Table.FullName} while nobody can read or write it",
            "Add the column without them, set the default afterwards for new rows, and fill the old ones in a backfill.");
}
