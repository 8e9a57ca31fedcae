using System.Text.RegularExpressions;
using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Staging;

/// <summary>Columns that a statement asks for: whole numbers until PostgreSQL says that they cannot be.</summary>
internal sealed partial class ColumnShapes
{
    private static readonly string[] _types = ["text", "numeric", "timestamp", "timestamptz", "boolean", "jsonb", "uuid", "text[]"];
    private readonly HashSet<(string Table, string Column)> _made = [];

    public IEnumerable<Wanted> Missing(string column, string? table, string statement, Snapshot now)
    {
        var candidates = Mentions.Of(statement, now).Where(relation => table is null || relation.Name == table || relation.FullName == table).ToList();
        if (candidates.Count == 0) candidates = [.. now.Relations.Values.Where(relation => relation.Kind is 'r' && (relation.Name == table || relation.FullName == table))];
        foreach (var relation in candidates.Where(relation => now.Column(relation.Oid, column) is null))
        {
            _made.Add((relation.FullName, column));
            yield return new($"column {relation.FullName}.{column}", [$"ALTER TABLE {Sql.Of(relation)} ADD COLUMN {Sql.Name(column)} integer"]);
        }
    }

    /// <summary>The columns that a statement names, with the next type.</summary>
    public IEnumerable<Wanted> Otherwise(string statement, Snapshot now) =>
        from type in _types
        let changes = Ours(statement, now).Select(pair => Retyped(pair.Table, pair.Column, type)).ToArray()
        where changes.Length > 0
        select new Wanted($"{type} for {string.Join(", ", Ours(statement, now).Select(pair => $"{pair.Table.FullName}.{pair.Column}"))}", [.. changes]);

    /// <summary>Key columns "a" and "b" are of incompatible types: uuid and bigint.</summary>
    public static IEnumerable<Wanted> OfReferencedType(string detail, string statement, Snapshot now)
    {
        if (Incompatible.Match(detail) is not { Success: true } match) yield break;
        (string Name, string Type)[] ways = [(match.Groups["to"].Value, match.Groups["fromType"].Value), (match.Groups["from"].Value, match.Groups["toType"].Value)];
        foreach (var (name, type) in ways)
        {
            foreach (var relation in Mentions.Of(statement, now).Reverse().Where(relation => now.Column(relation.Oid, name) is not null))
                yield return new($"{type} for {relation.FullName}.{name}", [Retyped(relation, name, type)]);
        }
    }

    /// <summary>The columns that a statement names, NOT NULL.</summary>
    public IEnumerable<Wanted> Required(string statement, Snapshot now) =>
        Ours(statement, now).Select(pair => new Wanted($"NOT NULL for {pair.Table.FullName}.{pair.Column}", [$"ALTER TABLE {Sql.Of(pair.Table)} ALTER COLUMN {Sql.Name(pair.Column)} SET NOT NULL"]));

    private IEnumerable<(Relation Table, string Column)> Ours(string statement, Snapshot now) =>
        from relation in Mentions.Of(statement, now)
        from column in now.ColumnsOf(relation.Oid)
        where _made.Contains((relation.FullName, column.Name)) && Mentions.Word(statement, column.Name)
        select (relation, column.Name);

    private static string Retyped(Relation table, string column, string type) => $"ALTER TABLE {Sql.Of(table)} ALTER COLUMN {Sql.Name(column)} TYPE {type} USING NULL::{type}";

    [GeneratedRegex("\"(?<from>[^\"]+)\" and \"(?<to>[^\"]+)\" are of incompatible types: (?<fromType>.+) and (?<toType>.+)\\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Incompatible { get; }
}
