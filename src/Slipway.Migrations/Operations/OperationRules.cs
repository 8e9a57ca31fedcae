using System.Text.Json;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Operations;

/// <summary>What single operations can do to code that runs and to tables in use.</summary>
internal static class OperationRules
{
    private const string ReleaseFirst = "Release code that does not use it first; then drop it in a migration marked as contract that names that release.";
    private const string AddBeside = "Add the new beside the old, write both, copy the rows in a backfill, and drop the old one in a later contract.";

    /// <summary>What an operation on a table that was there before its migration can do.</summary>
    public static IEnumerable<MigrationFinding> Of(Operation operation) => operation.Kind switch
    {
        "DropColumnOperation" =>
        [
            operation.Found(RuleIds.ColumnDropped, Severity.Error, operation.Name,
                $"the column '{operation.Name}' of {operation.FullTable} is dropped: code that still reads or writes it fails from this moment on (42703)",
                ReleaseFirst),
        ],
        "DropTableOperation" =>
        [
            operation.Found(RuleIds.TableDropped, Severity.Error, null,
                $"the table {operation.FullTable} is dropped: code that still uses it fails from this moment on (42P01), and its rows are gone",
                ReleaseFirst),
        ],
        "DropSchemaOperation" =>
        [
            operation.Found(RuleIds.TableDropped, Severity.Error, null,
                $"the schema '{operation.Name}' is dropped",
                ReleaseFirst),
        ],
        "RenameColumnOperation" =>
        [
            operation.Found(RuleIds.ColumnRenamed, Severity.Error, operation.Name,
                $"the column '{operation.Name}' of {operation.FullTable} is called '{operation.Text("newName")}' now: to code that runs, that is a dropped column (42703)",
                AddBeside),
        ],
        "RenameTableOperation" =>
        [
            operation.Found(RuleIds.TableRenamed, Severity.Error, null,
                $"the table {operation.FullTable} is called '{operation.Text("newName") ?? operation.Text("newSchema")}' now: to code that runs, that is a dropped table (42P01)",
                "Keep the old name as a view in the same migration, and drop the view in a later contract."),
        ],
        "AlterColumnOperation" => AlteredColumn.Of(operation),
        "AddColumnOperation" => Added(operation),
        "CreateIndexOperation" when operation.Annotation("Npgsql:CreatedConcurrently") is not { ValueKind: JsonValueKind.True } =>
            [Index(operation, "built", "CREATE INDEX CONCURRENTLY: IsCreatedConcurrently()", LockLevel.Share)],
        "DropIndexOperation" => [Index(operation, "dropped", "DROP INDEX CONCURRENTLY", LockLevel.AccessExclusive)],
        "AddForeignKeyOperation" =>
        [
            operation.Found(
                RuleIds.BlockingForeignKey, Severity.Warning, operation.Name,
                $"the foreign key '{operation.Name}' is checked for every row of {operation.FullTable} while nobody can write to it, nor to the table that it refers to",
                "Add it NOT VALID by SQL, and VALIDATE CONSTRAINT in a migration of its own: that one lets writers pass.", LockLevel.ShareRowExclusive),
            Constraint(operation, "foreign key"),
        ],
        "AddPrimaryKeyOperation" => [Constraint(operation, "primary key")],
        "AddUniqueConstraintOperation" => [Constraint(operation, "unique constraint")],
        "AddCheckConstraintOperation" => [Constraint(operation, "check")],
        _ => [],
    };

    private static IEnumerable<MigrationFinding> Added(Operation operation)
    {
        var generated = operation.Has("computedColumnSql");
        var fillsItself = generated || operation.Annotation("Npgsql:ValueGenerationStrategy") is { ValueKind: JsonValueKind.String };
        if (operation.Flag("isNullable") != true && !operation.Has("defaultValue") && !operation.Has("defaultValueSql") && !fillsItself)
        {
            yield return operation.Found(
                RuleIds.RequiredColumn, Severity.Error, operation.Name,
                $"the column '{operation.Name}' of {operation.FullTable} is added that must not be null and has no default: it fails where there are rows, and code that does not know it cannot insert any more (23502)",
                "Give it a default and keep that, or let it be null until every live release writes it.");
        }
        if (generated ? operation.Flag("isStored") != false : fillsItself)
        {
            yield return operation.Found(
                RuleIds.ComputedColumn, Severity.Warning, operation.Name,
                $"the values of the new column '{operation.Name}' are written into every row of {operation.FullTable} while nobody can read or write it",
                "Add the column without them, set the default afterwards for new rows, and fill the old ones in a backfill.") with { Rewrite = true };
        }
    }

    private static MigrationFinding Index(Operation operation, string how, string instead, LockLevel level) => operation.Found(
        RuleIds.BlockingIndex, Severity.Error, null, $"the index '{operation.Name}' of {operation.FullTable} is {how} while nobody can write to the table",
        $"Use {instead}, in a migration of its own.", level);

    private static MigrationFinding Constraint(Operation operation, string noun) => operation.Found(
        RuleIds.BlockingConstraint, Severity.Error, operation.Name,
        $"the {noun} '{operation.Name}' is new to {operation.FullTable} and checked while nobody can write; one row that breaks it fails the migration, and code that runs may write such rows",
        "Mend the rows first; add it NOT VALID (or USING INDEX of one that was built CONCURRENTLY) by SQL, and validate it in a migration of its own.");
}
