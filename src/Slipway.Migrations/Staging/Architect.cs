using System.Text.RegularExpressions;
using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Staging;

/// <summary>Knows what to make for what PostgreSQL complains about; several ways in the order in which to try them.</summary>
internal sealed partial class Architect(Database database)
{
    private const string Missing = " does not exist";
    private readonly ColumnShapes _columns = new();
    private readonly FunctionShapes _functions = new(database);

    public async Task<IEnumerable<Wanted>> PlanAsync(Complaint complaint, string statement, Snapshot now, CancellationToken cancellationToken) => complaint switch
    {
        _ when complaint.Says("operator does not exist") || complaint.State is "42846" or "22P02" => _columns.Otherwise(statement, now),
        _ when complaint.Says("function ", Missing) => [.. await _functions.MissingAsync(complaint.Message, cancellationToken).ConfigureAwait(false), .. _columns.Otherwise(statement, now)],
        _ when complaint.Says("function ", "must return type trigger") => FunctionShapes.OfTriggers(complaint.Message),
        _ when complaint.Message.Contains("but default expression is of type", StringComparison.Ordinal) => _functions.WrongType(complaint.Message, statement),
        _ when complaint.Says("foreign key constraint ", "cannot be implemented") => ColumnShapes.OfReferencedType(complaint.Detail, statement, now),
        _ when complaint.Says("there is no unique constraint matching") => UniqueColumns(complaint.Names[0], statement, now),
        _ when complaint.State == "42804" => _columns.Otherwise(statement, now),
        _ when complaint.Names is [var name, ..] => Named(complaint, name, statement, now),
        _ when Dotted.Match(complaint.Message) is { Success: true } match => _columns.Missing(match.Groups["column"].Value, match.Groups["table"].Value, statement, now),
        _ => [],
    };

    /// <summary>A statement that locks a table and changes nothing was meant for one of another shape.</summary>
    public IEnumerable<Wanted> ForNothing(string statement, Snapshot now) =>
        [.. _columns.Required(statement, now), .. _columns.Otherwise(statement, now), .. EmptySchemas(statement, now)];

    private IEnumerable<Wanted> Named(Complaint complaint, string name, string statement, Snapshot now) => complaint switch
    {
        _ when complaint.Says("column ", Missing) => _columns.Missing(name, complaint.Names.ElementAtOrDefault(1), statement, now),
        _ when complaint.Says("relation ", Missing) && complaint.Names.Length == 1 || complaint.Says("table ", Missing) => [Table(name)],
        _ when complaint.Says("table ", "has no indexes to reindex") || complaint.Says("table ", "has no indexes that can be reindexed concurrently") =>
            [new($"index of {name}", [$"CREATE INDEX ON {Sql.Dotted(name)} (id)"])],
        _ when complaint.Says("schema ", Missing) => [new($"schema {name}", [$"CREATE SCHEMA {Sql.Name(name)}"])],
        _ when complaint.Says("index ", Missing) => [Index(name, statement, now)],
        _ when complaint.Says("view ", Missing) => [new($"view {name}", [$"CREATE VIEW {Sql.Dotted(name)} AS SELECT 1 AS id"])],
        _ when complaint.Says("materialized view ", Missing) => [new($"materialized view {name}", [$"CREATE MATERIALIZED VIEW {Sql.Dotted(name)} AS SELECT 1 AS id"])],
        _ when complaint.Says("sequence ", Missing) => [new($"sequence {name}", [$"CREATE SEQUENCE {Sql.Dotted(name)}"])],
        _ when complaint.Says("type ", Missing) => [new($"type {name}", [$"CREATE TYPE {Sql.Dotted(name)} AS ENUM ('one', 'two')"])],
        _ when complaint.Says("constraint ", Missing) && complaint.Names.Length > 1 => ConstraintShapes.Missing(name, complaint.Names[1], now),
        _ when complaint.Says("trigger ", Missing) && complaint.Names.Length > 1 => FunctionShapes.Trigger(name, complaint.Names[1]),
        _ when complaint.Message.EndsWith("is not an index", StringComparison.Ordinal) =>
            Instead(name, $"CREATE TABLE {Sql.Name($"{Last(name)}_table")} (id bigint NOT NULL)", $"CREATE INDEX {Sql.Name(Last(name))} ON {Sql.Name($"{Last(name)}_table")} (id)"),
        _ when complaint.Message.EndsWith("is not a view", StringComparison.Ordinal) => Instead(name, $"CREATE VIEW {Sql.Dotted(name)} AS SELECT 1 AS id"),
        _ when complaint.Message.EndsWith("is not a materialized view", StringComparison.Ordinal) => Instead(name, $"CREATE MATERIALIZED VIEW {Sql.Dotted(name)} AS SELECT 1 AS id"),
        _ when complaint.Message.EndsWith("is not a sequence", StringComparison.Ordinal) => Instead(name, $"CREATE SEQUENCE {Sql.Dotted(name)}"),
        _ => [],
    };

    private static Wanted Table(string name) => new(
        $"table {name}",
        [.. name.Contains('.', StringComparison.Ordinal) ? (string[])[$"CREATE SCHEMA IF NOT EXISTS {Sql.Name(name.Split('.')[0])}"] : [], $"CREATE TABLE {Sql.Dotted(name)} (id bigint NOT NULL)"]);

    private static IEnumerable<Wanted> EmptySchemas(string statement, Snapshot now) =>
        from schema in now.Schemas.Values
        where Mentions.Word(statement, schema) && !now.Relations.Values.Any(relation => relation.Schema == schema)
        select new Wanted($"a table in {schema}", [$"CREATE TABLE {Sql.Name(schema)}.staged (id bigint PRIMARY KEY)"]);

    // An index is often called for its table.
    private static Wanted Index(string name, string statement, Snapshot now) =>
        Mentions.Of(statement, now).Concat(Mentions.Of(name.Replace('_', ' '), now)).FirstOrDefault() is { } table
            ? new($"index {name}", [$"CREATE UNIQUE INDEX {Sql.Name(Last(name))} ON {Sql.Of(table)} ({Sql.Name(FirstColumn(table, now))})"])
            : new($"index {name}", [$"CREATE TABLE {Sql.Name($"{Last(name)}_table")} (id bigint NOT NULL)", $"CREATE INDEX {Sql.Name(Last(name))} ON {Sql.Name($"{Last(name)}_table")} (id)"]);

    private static IEnumerable<Wanted> Instead(string name, params string[] sql) => [new($"{name} of another kind", [$"DROP TABLE {Sql.Dotted(name)}", .. sql])];

    private static IEnumerable<Wanted> UniqueColumns(string table, string statement, Snapshot now) =>
        from relation in now.Relations.Values
        where relation.Name == table
        from column in now.ColumnsOf(relation.Oid).OrderByDescending(column => Mentions.Word(statement, column.Name))
        select new Wanted($"unique {relation.FullName}.{column.Name}", [$"CREATE UNIQUE INDEX ON {Sql.Of(relation)} ({Sql.Name(column.Name)})"]);

    private static string FirstColumn(Relation table, Snapshot now) => now.ColumnsOf(table.Oid).OrderBy(column => column.Number).Select(column => column.Name).FirstOrDefault() ?? "id";

    private static string Last(string name) => name.Split('.')[^1];

    // column users.age does not exist
    [GeneratedRegex(@"\Acolumn (?:(?<table>[\w$]+)\.)?(?<column>[\w$]+) does not exist\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted { get; }
}
