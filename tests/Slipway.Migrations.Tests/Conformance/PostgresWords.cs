using System.Text.RegularExpressions;

namespace Slipway.Migrations.Tests.Conformance;

/// <summary>Says in PostgreSQL's words what a case says in another database's, or in a way that no PostgreSQL accepts.</summary>
internal static partial class PostgresWords
{
    public static string Of(PublishedCase published)
    {
        var sql = published.Sql;
        if (published.Dialect == "mysql")
        {
            sql = sql.Replace('`', '"');
            sql = Modify.Replace(sql, match => $"ALTER COLUMN {match.Groups["name"].Value} TYPE {match.Groups["type"].Value}, ALTER COLUMN {match.Groups["name"].Value} {(match.Groups["not"].Success ? "SET" : "DROP")} NOT NULL");
            sql = Renamed.Replace(sql, "ALTER TABLE ${from} RENAME TO ${to}");
            sql = Computed.Replace(sql, "GENERATED ALWAYS AS (${of}) STORED");
        }
        // A column that is generated from itself is an error everywhere; the rule is about generated columns.
        return SelfGenerated.Replace(sql, "ADD COLUMN generated_${name} ${type} GENERATED");
    }

    [GeneratedRegex(@"MODIFY COLUMN (?<name>""?\w+""?) (?<type>\w+(\(\d+\))?)(?<not> NOT NULL)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Modify { get; }

    [GeneratedRegex(@"RENAME TABLE (?<from>""?\w+""?) TO (?<to>""?\w+""?)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Renamed { get; }

    [GeneratedRegex(@"(?<!ALWAYS )\bAS \((?<of>[^)]+)\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Computed { get; }

    [GeneratedRegex(@"ADD COLUMN (?<name>\w+) (?<type>\w+) GENERATED(?= ALWAYS AS \([^)]*\b\k<name>\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SelfGenerated { get; }
}
