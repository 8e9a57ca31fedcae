using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG113: a lock on, or a change of, what belongs to another service, or a bridge to another database.</summary>
internal sealed class ForeignOwnerRule : IRule
{
    private const string Mend = "A service's database stands alone: ask the owner through its SDK package, or keep a copy of what its events say.";
    private static readonly string[] _bridges = ["dblink", "postgres_fdw", "mysql_fdw", "tds_fdw", "oracle_fdw", "file_fdw", "multicorn"];
    private static readonly string[] _global = ["foreign server", "extension"];

    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from seen in record.Statements
        from what in Schemas(seen, circumstances).Concat(Objects(seen, circumstances)).Concat(Refused(seen, circumstances)).Distinct().Select(what => (what.Object, what.Message, Mend: (string?)null)).Concat(Beyond(seen))
        select Circumstances.Found(record, seen, RuleIds.ForeignOwner, Severity.Error, what.Object, what.Message, what.Mend ?? Mend);

    private static IEnumerable<(string? Object, string Message)> Schemas(Observed seen, Circumstances circumstances)
    {
        foreach (var (oid, level) in seen.OwnLocks)
        {
            if ((seen.Before.Relations.GetValueOrDefault(oid) ?? seen.After.Relations.GetValueOrDefault(oid)) is not { } relation) continue;
            if (circumstances.Options.ForeignNames.TryGetValue(relation.Schema, out var owner))
                yield return (relation.FullName, $"it {(RefersTo(seen, oid) ? "refers to" : level >= LockLevel.RowExclusive ? "changes" : "reads")} {relation.FullName}, which belongs to '{owner}'");
        }
        foreach (var schema in seen.After.Schemas.Where(schema => !seen.Before.Schemas.ContainsKey(schema.Key)))
        {
            if (circumstances.Options.ForeignNames.TryGetValue(schema.Value, out var owner)) yield return (schema.Value, $"it makes the schema '{schema.Value}', which belongs to '{owner}'");
        }
    }

    private static bool RefersTo(Observed seen, uint table) => seen.After.Constraints.Any(key => key.Value.Referenced == table && key.Value.Kind == 'f' && !seen.Before.Constraints.ContainsKey(key.Key));

    private static IEnumerable<(string? Object, string Message)> Objects(Observed seen, Circumstances circumstances)
    {
        if (seen.Before.Others.SetEquals(seen.After.Others)) yield break;
        foreach (var made in seen.After.Others.Except(seen.Before.Others).Union(seen.Before.Others.Except(seen.After.Others)).Where(other => _global.Contains(other.Kind)))
        {
            if (made.Kind == "extension" && !_bridges.Contains(made.Name)) continue;
            var owner = circumstances.Options.ForeignNames.GetValueOrDefault(made.Name);
            yield return (made.Name, $"it touches the {made.Kind} '{made.Name}', which {(owner is null ? "is not this service's alone: it leads out of its database" : $"belongs to '{owner}'")}");
        }
        foreach (var table in seen.After.Relations.Values.Where(relation => relation.Kind == 'f' && !seen.Before.Relations.ContainsKey(relation.Oid)))
            yield return (table.FullName, $"the foreign table {table.FullName} reads from another database");
    }

    // The owner of a database can do nothing outside of it: it was not done, and PostgreSQL says what.
    private static IEnumerable<(string? Object, string Message, string? Mend)> Beyond(Observed seen) =>
        seen.Beyond is { } said ? [(seen.OtherDatabase, $"it asks for more than its own database: {said}{(seen.Refusal is null ? "" : "; nothing behind it could be judged")}", MendOf(said, seen.OtherDatabase))] : [];

    private static string MendOf(string said, string? database) => said switch
    {
        _ when said.StartsWith("permission denied to create extension", StringComparison.Ordinal) => "Where managed servers let the owner of a database do it, write CREATE EXTENSION as a statement of its own, outside of DO and of functions.",
        _ when database is not null => $"Leave other databases to whoever runs the server. If '{database}' is what its own database is called somewhere, name that by current_database(): format('… DATABASE %I …', current_database()) in a DO block.",
        _ => "Leave roles, other databases and the server's settings to whoever runs the server; a migration does what the owner of its database may.",
    };

    // What could not even be found is named by PostgreSQL.
    private static IEnumerable<(string? Object, string Message)> Refused(Observed seen, Circumstances circumstances) =>
        from foreign in circumstances.Options.ForeignNames
        where seen.Refusal is { } refusal && (refusal.MessageText.Contains($"\"{foreign.Key}\"", StringComparison.Ordinal) || refusal.MessageText.Contains($"\"{foreign.Key}.", StringComparison.Ordinal)) || seen.OtherDatabase == foreign.Key
        select (foreign.Key, $"it names '{foreign.Key}', which belongs to '{foreign.Value}'");
}
