using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG104: a table or a schema has another name, or a table another schema, and nothing answers to the old one.</summary>
internal sealed class RenamedTableRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) => Tables(record, circumstances).Concat(Schemas(record));

    private static IEnumerable<MigrationFinding> Tables(MigrationRecord record, Circumstances circumstances) =>
        from seen in record.Statements
        from old in seen.Before.Relations.Values
        where old.Kind is not 'S' && record.Existing.Contains(old.Oid)
        let now = seen.After.Relations.GetValueOrDefault(old.Oid)
        where now is not null && now.FullName != old.FullName && SchemaStays(seen, old.Schema)
        where !record.StillAnswers(old.Schema, old.Name, seen.Before.ColumnsOf(old.Oid).Select(column => column.Name))
        select circumstances.Found(
            record, seen, RuleIds.TableRenamed, Severity.Error, old, null,
            $"the table {old.FullName} is called {now.FullName} now: to code that runs, that is a dropped table (42P01)",
            $"Keep the old name as a view in the same migration (CREATE VIEW {old.FullName} AS SELECT … FROM {now.FullName}; simple views can be written to), and drop the view in a later contract.");

    private static IEnumerable<MigrationFinding> Schemas(MigrationRecord record) =>
        from seen in record.Statements
        from old in seen.Before.Schemas
        where seen.After.Schemas.TryGetValue(old.Key, out var now) && now != old.Value
        where seen.Before.Relations.Values.Any(relation => relation.Schema == old.Value && record.Existing.Contains(relation.Oid)) || record.Start.Schemas.ContainsKey(old.Key)
        select Circumstances.Found(
            record, seen, RuleIds.TableRenamed, Severity.Error, old.Value, $"the schema '{old.Value}' is called '{seen.After.Schemas[old.Key]}' now: code that runs finds none of its tables",
            "Leave the schema's name as it is.");

    private static bool SchemaStays(Observed seen, string schema) => seen.After.Schemas.Values.Contains(schema);
}
