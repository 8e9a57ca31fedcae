using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG102: a table, view or schema is gone, or a table is emptied.</summary>
internal sealed class DroppedTableRule : IRule
{
    private const string Mend = "Release code that does not use it first; then drop it in a migration marked as contract that names that release.";

    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        Dropped(record, circumstances).Concat(Emptied(record, circumstances)).Concat(Schemas(record)).Concat(Databases(record));

    private static IEnumerable<MigrationFinding> Dropped(MigrationRecord record, Circumstances circumstances) =>
        from seen in record.Statements
        from old in seen.Before.Relations.Values
        where (old.HoldsRows || old.Kind is 'v' or 'f') && record.Existing.Contains(old.Oid) && !seen.After.Relations.ContainsKey(old.Oid)
        // A view that is made anew in the same migration only changed; the rows of a table are gone whatever comes after it.
        where old.HoldsRows && old.Kind != 'm' && record.End.Named(old.Schema, old.Name) is not { Kind: 'v' } || !record.StillAnswers(old.Schema, old.Name, seen.Before.ColumnsOf(old.Oid).Select(column => column.Name))
        select circumstances.Found(
            record, seen, RuleIds.TableDropped, Severity.Error, old, null,
            $"the {Noun(old)} {old.FullName} is dropped: code that still uses it fails from this moment on (42P01){(old.HoldsRows ? ", and its rows are gone" : "")}", Mend);

    private static IEnumerable<MigrationFinding> Emptied(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.Kept()
        where kept.Seen.Emptied(kept.Old.Oid)
        select circumstances.Found(
            record, kept.Seen, RuleIds.TableDropped, Severity.Error, kept.Old, null, $"all rows of {kept.Old.FullName} are removed at once, and no way back brings them again",
            "Do not empty tables in a migration; where the rows are really of no use, say so in a contract.");

    private static IEnumerable<MigrationFinding> Schemas(MigrationRecord record) =>
        from seen in record.Statements
        from old in seen.Before.Schemas
        where !seen.After.Schemas.ContainsKey(old.Key) && record.Start.Schemas.ContainsKey(old.Key)
            || !seen.After.Schemas.ContainsKey(old.Key) && !record.Statements.Any(other => !other.Before.Schemas.ContainsKey(old.Key) && other.After.Schemas.ContainsKey(old.Key))
        select Circumstances.Found(record, seen, RuleIds.TableDropped, Severity.Error, old.Value, $"the schema '{old.Value}' is dropped", Mend);

    // It is not done: no migration may do anything to another database. But that is what it asks for.
    private static IEnumerable<MigrationFinding> Databases(MigrationRecord record) =>
        from seen in record.Statements
        where seen is { RanAlone: true, OtherDatabase: not null } && seen.Statement.Text.StartsWith("DROP", StringComparison.OrdinalIgnoreCase)
        select Circumstances.Found(record, seen, RuleIds.TableDropped, Severity.Error, seen.OtherDatabase, $"the database '{seen.OtherDatabase}' is dropped", "Leave databases to whoever runs the server.");

    private static string Noun(Relation relation) => relation.Kind switch { 'v' => "view", 'm' => "materialized view", 'f' => "foreign table", _ => "table" };
}
