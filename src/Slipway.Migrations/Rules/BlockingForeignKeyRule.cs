using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG112: a foreign key is checked row by row while both tables are locked against writers.</summary>
internal sealed class BlockingForeignKeyRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from checked_ in ConstraintChecks.Of(record)
        where checked_.Constraint.Kind == 'f'
        select circumstances.Found(
            record, checked_.Seen, RuleIds.BlockingForeignKey, Severity.Warning, checked_.Table, checked_.Constraint.Name,
            $"the foreign key '{checked_.Constraint.Name}' is checked for every row of {checked_.Table.FullName} while nobody can write to it, nor to the table that it refers to",
            "Add it NOT VALID, and VALIDATE CONSTRAINT in a migration of its own: that one lets writers pass.");
}
