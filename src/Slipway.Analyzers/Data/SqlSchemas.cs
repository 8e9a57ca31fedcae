using System.Text.RegularExpressions;

namespace Slipway.Analyzers.Data;

/// <summary>
/// Finds the schemas that a text of SQL names where tables stand. It knows as much grammar as that takes: words, quotes, comments, parentheses,
/// and which words a table follows. A text that does not begin like a statement is no SQL.
/// </summary>
internal static class SqlSchemas
{
    private static readonly Regex Statement = new(
        @"\A(\s|--[^\n]*\n|/\*.*?\*/|\()*(select\b.*\bfrom\b|insert\s+into\b|update\b.*\bset\b|delete\s+from\b|merge\s+into\b|merge\b.*\busing\b|with\b.*\bas\b|truncate\b|(create|alter|drop)\s+(or\s+replace\s+|materialized\s+|temp(orary)?\s+|unique\s+)*(table|view|index|foreign|schema|function|trigger|sequence|type)\b|copy\b.*\b(from|to)\b|lock\s+table\b|explain\b.*\bfrom\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex Token = new(
        @"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\$(?<tag>\w*)\$.*?\$\k<tag>\$|(?<name>(?:""[^""]+""|\[[^\]]+\]|[\p{L}_][\p{L}\p{N}_$]*)(?:\s*\.\s*(?:""[^""]+""|\[[^\]]+\]|[\p{L}_][\p{L}\p{N}_$]*|\*))*)|(?<mark>[(),;])",
        RegexOptions.Singleline | RegexOptions.CultureInvariant);

    // After these a table stands; after these words within them it still does.
    private static readonly HashSet<string> Before = new(StringComparer.OrdinalIgnoreCase) { "from", "join", "into", "update", "table", "using", "references", "view", "truncate", "copy", "on" };

    private static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase) { "only", "if", "exists", "not", "lateral", "concurrently", "table" };

    private static readonly HashSet<string> ListEnds = new(StringComparer.OrdinalIgnoreCase)
        { "where", "group", "order", "having", "limit", "set", "values", "select", "returning", "union", "except", "intersect", "window", "on" };

    /// <returns>The names as written without their quotes, each once.</returns>
    public static IEnumerable<string> In(string text)
    {
        if (text.IndexOf('.') < 0 || !Statement.IsMatch(text)) return [];
        return Names(text).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Names(string text)
    {
        var levels = new Stack<Level>([new Level()]);
        var previous = "";
        foreach (Match token in Token.Matches(text))
        {
            var level = levels.Peek();
            switch (token.Groups["mark"].Value)
            {
                case "(":
                    // A function's call, or a list of columns: what stood before is no table's place any more.
                    level.Expects = false;
                    levels.Push(new Level());
                    continue;
                case ")" when levels.Count > 1: levels.Pop(); continue;
                case ",": level.Expects = level.InList; continue;
                case ";": levels.Clear(); levels.Push(new Level()); previous = ""; continue;
            }
            var name = token.Groups["name"].Value;
            if (name.Length == 0) continue;
            if (level.Expects && !Between.Contains(name))
            {
                level.Expects = false;
                // A call such as unnest(o.lines) is no table of a schema, but billing.open_invoices() is.
                if (SchemaOf(name) is { } schema) yield return schema;
            }
            else if (Before.Contains(name))
            {
                level.Expects = IsPlace(name, previous, level);
                level.InList = level.Expects && name.Equals("from", StringComparison.OrdinalIgnoreCase);
            }
            else if (ListEnds.Contains(name))
            {
                level.InList = false;
            }
            level.HasVerb |= name.Equals("select", StringComparison.OrdinalIgnoreCase) || name.Equals("delete", StringComparison.OrdinalIgnoreCase) || name.Equals("update", StringComparison.OrdinalIgnoreCase) || name.Equals("copy", StringComparison.OrdinalIgnoreCase);
            level.IsIndex |= name.Equals("index", StringComparison.OrdinalIgnoreCase) || name.Equals("trigger", StringComparison.OrdinalIgnoreCase);
            previous = name;
        }
    }

    private static bool IsPlace(string word, string previous, Level level) => word.ToLowerInvariant() switch
    {
        // `is distinct from x.y`, and extract(year from x.y), trim(both from x.y): no select at that depth.
        "from" => level.HasVerb && !previous.Equals("distinct", StringComparison.OrdinalIgnoreCase),
        // Only an index and a trigger are on a table; a join is on a condition.
        "on" => level.IsIndex,
        // `for update of x` and `on conflict do update set` name no table; nor does `on update cascade`.
        "update" => previous.Length == 0 || previous.Equals("as", StringComparison.OrdinalIgnoreCase) || previous.Equals("explain", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private static string? SchemaOf(string name)
    {
        var parts = name.Split('.').Select(part => part.Trim().Trim('"', '[', ']')).ToArray();
        // Of three parts the first is a database, and another database is nobody's own.
        return parts.Length < 2 ? null : parts[parts.Length - 2];
    }

    private sealed class Level
    {
        /// <summary>Whether the next name is a table's.</summary>
        public bool Expects { get; set; }

        /// <summary>Whether a comma is followed by another table.</summary>
        public bool InList { get; set; }

        public bool HasVerb { get; set; }

        public bool IsIndex { get; set; }
    }
}
