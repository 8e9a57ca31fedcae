using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Rules;

/// <summary>MIG114: a constraint on a table that was there, checked, or its index built, while nobody could write.</summary>
internal sealed class BlockingConstraintRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from checked_ in ConstraintChecks.Of(record)
        let constraint = checked_.Constraint
        select circumstances.Found(
            record, checked_.Seen, RuleIds.BlockingConstraint, circumstances.Holding(checked_.Table), checked_.Table, constraint.Name,
            $"the {constraint.Noun} '{constraint.Name}' is new to {checked_.Table.FullName} and {(constraint.HasOwnIndex ? "its index is built" : "every row is checked")} while nobody can write; "
            + "one row that breaks it fails the migration, and code that runs may write such rows",
            Mend(constraint));

    private static string Mend(TableConstraint constraint) => constraint.Kind switch
    {
        'p' => "CREATE UNIQUE INDEX CONCURRENTLY in a migration of its own, see that the columns are NOT NULL, and then ADD CONSTRAINT … PRIMARY KEY USING INDEX.",
        'u' => "CREATE UNIQUE INDEX CONCURRENTLY in a migration of its own, and then ADD CONSTRAINT … UNIQUE USING INDEX.",
        'x' => "PostgreSQL cannot add an exclusion constraint without locking the table: make a new table with it and move the rows, or take a pause in writing.",
        _ => "Mend the rows first; ADD CONSTRAINT … NOT VALID, and VALIDATE CONSTRAINT in a migration of its own, which lets writers pass.",
    };
}
