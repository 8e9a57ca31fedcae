using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG112: a foreign key is checked row by row while both tables are locked against writers.</summary>
internal sealed class BlockingForeignKeyRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from checked_ in ConstraintChecks.Of(record)
        where checked_.Constraint.Kind == 'f' && !(IsValidatedLater(checked_.Seen, checked_.Constraint) && HasNothingToLookUp(record, checked_.Seen, checked_.Constraint))
        select circumstances.Found(
            record, checked_.Seen, RuleIds.BlockingForeignKey, Severity.Warning, checked_.Table, checked_.Constraint.Name,
            $"the foreign key '{checked_.Constraint.Name}' is checked for every row of {checked_.Table.FullName} while nobody can write to it, nor to the table that it refers to",
            "Add it NOT VALID, and VALIDATE CONSTRAINT in a migration of its own: that one lets writers pass.");

    private static bool IsValidatedLater(Observed seen, TableConstraint key) => seen.Before.Constraints.ContainsKey((key.Table, key.Name));

    // A column that this migration has added, and not filled, holds nothing that could be missing in the other table. That the table is read all the
    // same, behind a lock that is held already, is what MIG114 says.
    private static bool HasNothingToLookUp(MigrationRecord record, Observed seen, TableConstraint key) =>
        key.Columns.All(number => !record.Had(key.Table, number) && seen.Before.Column(key.Table, number) is { Default: null, FillsItself: false })
        && !record.Statements.Any(other => other.ChangedRows.Contains(key.Table));
}
