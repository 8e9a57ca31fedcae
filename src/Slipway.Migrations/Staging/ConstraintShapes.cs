using System.Text.RegularExpressions;
using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Staging;

/// <summary>Constraints that a statement asks for: checks that are not validated yet.</summary>
internal static partial class ConstraintShapes
{
    public static IEnumerable<Wanted> Missing(string name, string table, Snapshot now)
    {
        if (now.Relations.Values.FirstOrDefault(relation => relation.Name == table) is not { } relation) yield break;
        // PostgreSQL itself calls them table_column_not_null.
        var column = NotNull.Match(name) is { Success: true } match ? match.Groups["subject"].Value.Replace($"{table}_", "", StringComparison.Ordinal) : "id";
        var add = $"ALTER TABLE {Sql.Of(relation)} ADD CONSTRAINT {Sql.Name(name)} CHECK ({Sql.Name(column)} IS NOT NULL) NOT VALID";
        yield return new($"constraint {name} of {table}", now.Column(relation.Oid, column) is null ? [$"ALTER TABLE {Sql.Of(relation)} ADD COLUMN {Sql.Name(column)} bigint", add] : [add]);
    }

    [GeneratedRegex(@"\A(?<subject>.+)_not_null\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotNull { get; }
}
