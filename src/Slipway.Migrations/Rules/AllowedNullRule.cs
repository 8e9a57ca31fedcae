using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG108: a column that code reads as never null may be so.</summary>
internal sealed class AllowedNullRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.KeptColumns()
        where kept.Old.NotNull && !kept.New.NotNull && record.Had(kept.Table.Oid, kept.Old.Number)
        select circumstances.Found(
            record, kept.Seen, RuleIds.NullAllowed, Severity.Error, kept.Table, kept.Old.Name,
            $"{kept.Table.FullName}.{kept.Old.Name} may be null: code that runs reads it as never null, and fails on the first null that new code writes",
            "Release code that can read nulls first; then allow them in a migration marked as contract that names that release.");
}
