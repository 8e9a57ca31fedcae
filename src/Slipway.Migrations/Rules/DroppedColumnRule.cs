using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG101: a column is gone while its table stays.</summary>
internal sealed class DroppedColumnRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.Kept()
        where kept.Seen.Before != kept.Seen.After
        from column in kept.Seen.Before.ColumnsOf(kept.Old.Oid)
        where kept.Seen.After.Column(kept.Old.Oid, column.Number) is null && record.Had(kept.Old.Oid, column.Number)
        where !record.StillAnswers(kept.Old.Schema, kept.Old.Name, [column.Name])
        select circumstances.Found(
            record, kept.Seen, RuleIds.ColumnDropped, Severity.Error, kept.Old, column.Name,
            $"the column '{column.Name}' of {kept.Old.FullName} is dropped: code that still reads or writes it fails from this moment on (42703)",
            "Release code that does not use it first; then drop it in a migration marked as contract that names that release.");
}
