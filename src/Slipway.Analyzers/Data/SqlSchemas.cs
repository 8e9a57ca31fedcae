namespace Slipway.Analyzers.Data;

/// <summary>
/// Finds the schemas that a text of SQL names where tables stand. It knows as much grammar as that takes: words, quotes, comments, parentheses,
/// and which words a table follows. A text that does not begin like a statement is no SQL.
/// </summary>
internal static class SqlSchemas
{
    [Flags]
    private enum Word
    {
        None = 0,

        /// <summary>A table stands after it.</summary>
        BeforeTable = 1,

        /// <summary>Within those words: a table still stands after it.</summary>
        Between = 2,

        /// <summary>No list of tables goes on after it.</summary>
        EndsList = 4,

        /// <summary>A <c>from</c> at its depth is followed by a table.</summary>
        Verb = 8,

        /// <summary>What is made is on a table.</summary>
        Index = 16,
    }

    private static readonly Dictionary<string, Word> Words = Spelled(
        (Word.BeforeTable, "from join into update table using references view truncate copy on"),
        (Word.Between, "only if exists not lateral concurrently table"),
        (Word.EndsList, "where group order having limit set values select returning union except intersect window on"),
        (Word.Verb, "select delete update copy"),
        (Word.Index, "index trigger"));

    /// <returns>Those that are not the unit's, as written without their quotes, each once.</returns>
    public static IEnumerable<string> Foreign(string text, OwnSchemas own)
    {
        if (text.IndexOf('.') < 0) return [];
        List<string>? foreign = null;
        foreach (var schema in Names(text))
        {
            if (!own.Hold(schema)) (foreign ??= []).Add(schema);
        }
        // Last, because it is rarely asked then.
        return foreign is null || !SqlStatement.Is(text) ? [] : foreign.Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Names(string text)
    {
        var levels = new Stack<Level>([new Level()]);
        var previous = "";
        var tokens = new SqlTokens(text);
        while (tokens.Read())
        {
            var level = levels.Peek();
            switch (tokens.Mark)
            {
                case '(':
                    // A function's call, or a list of columns: what stood before is no table's place any more.
                    level.Expects = false;
                    levels.Push(new Level());
                    continue;
                case ')' when levels.Count > 1: levels.Pop(); continue;
                case ',': level.Expects = level.InList; continue;
                case ';': levels.Clear(); levels.Push(new Level()); previous = ""; continue;
                case ')': continue;
            }
            var name = tokens.Name;
            var word = Words.TryGetValue(name, out var known) ? known : Word.None;
            if (level.Expects && !word.HasFlag(Word.Between))
            {
                level.Expects = false;
                // A call such as unnest(o.lines) is no table of a schema, but billing.open_invoices() is.
                if (SchemaOf(name) is { } schema) yield return schema;
            }
            else if (word.HasFlag(Word.BeforeTable))
            {
                level.Expects = IsPlace(name, previous, level);
                level.InList = level.Expects && Is(name, "from");
            }
            else if (word.HasFlag(Word.EndsList))
            {
                level.InList = false;
            }
            level.HasVerb |= word.HasFlag(Word.Verb);
            level.IsIndex |= word.HasFlag(Word.Index);
            previous = name;
        }
    }

    private static bool IsPlace(string word, string previous, Level level) => word.ToLowerInvariant() switch
    {
        // `is distinct from x.y`, and extract(year from x.y), trim(both from x.y): no select at that depth.
        "from" => level.HasVerb && !Is(previous, "distinct"),
        // Only an index and a trigger are on a table; a join is on a condition.
        "on" => level.IsIndex,
        // `for update of x` and `on conflict do update set` name no table; nor does `on update cascade`.
        "update" => previous.Length == 0 || Is(previous, "as") || Is(previous, "explain"),
        _ => true,
    };

    private static bool Is(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, Word> Spelled(params (Word Kind, string Names)[] kinds)
    {
        var words = new Dictionary<string, Word>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, names) in kinds)
        {
            foreach (var name in names.Split(' ')) words[name] = kind | (words.TryGetValue(name, out var before) ? before : Word.None);
        }
        return words;
    }

    private static string? SchemaOf(string name)
    {
        if (name.IndexOf('.') < 0) return null;
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
