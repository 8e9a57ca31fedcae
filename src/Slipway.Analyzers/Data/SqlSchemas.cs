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

        /// <summary>Behind it a <c>from</c> compares.</summary>
        Distinct = 32,

        /// <summary>Behind it a statement begins.</summary>
        BeforeStatement = 64,

        From = 128,
        On = 256,
        Update = 512,
    }

    private static readonly SqlWords<Word> Words = new(
        (Word.BeforeTable, "from join into update table using references view truncate copy on"),
        (Word.Between, "only if exists not lateral concurrently table"),
        (Word.EndsList, "where group order having limit set values select returning union except intersect window on"),
        (Word.Verb, "select delete update copy"),
        (Word.Index, "index trigger"),
        (Word.Distinct, "distinct"),
        (Word.BeforeStatement, "as explain"),
        (Word.From, "from"),
        (Word.On, "on"),
        (Word.Update, "update"));

    /// <returns>Those that are not the unit's, as written without their quotes, each once.</returns>
    public static IReadOnlyList<string> Foreign(string text, OwnSchemas own)
    {
        // What it costs is asked of every statement of a project, and most of them name their own schemas only.
        if (!MayNameAnother(text, own)) return [];
        var foreign = NotOwn(text, own);
        return foreign.Count == 0 || !SqlStatement.Is(text) ? [] : [.. foreign.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Whether there is a dot that does not follow one of the unit's schemas, written without quotes.
    private static bool MayNameAnother(string text, OwnSchemas own)
    {
        for (var dot = text.IndexOf('.'); dot >= 0; dot = text.IndexOf('.', dot + 1))
        {
            var start = dot;
            while (start > 0 && SqlTokens.IsInName(text[start - 1])) start--;
            if (!own.Hold(text.Substring(start, dot - start))) return true;
        }
        return false;
    }

    private static List<string> NotOwn(string text, OwnSchemas own)
    {
        List<string>? foreign = null;
        Stack<Level>? around = null;
        var level = new Level();
        // Where a statement begins, as behind a word that says so.
        var previous = Word.BeforeStatement;
        var tokens = new SqlTokens(text);
        while (tokens.Read())
        {
            switch (tokens.Mark)
            {
                case '(':
                    // A function's call, or a list of columns: what stood before is no table's place any more.
                    level.Expects = false;
                    (around ??= new()).Push(level);
                    level = new();
                    continue;
                case ')' when around is { Count: > 0 }: level = around.Pop(); continue;
                case ')': continue;
                case ',': level.Expects = level.InList; continue;
                case ';':
                    around?.Clear();
                    level = new();
                    previous = Word.BeforeStatement;
                    continue;
            }
            var word = Words.KindOf(tokens);
            if (level.Expects && (word & Word.Between) == 0)
            {
                level.Expects = false;
                // A call such as unnest(o.lines) is no table of a schema, but billing.open_invoices() is.
                if (SchemaOf(tokens) is { } schema && !own.Hold(schema)) (foreign ??= []).Add(schema);
            }
            else if ((word & Word.BeforeTable) != 0)
            {
                level.Expects = IsPlace(word, previous, level);
                level.InList = level.Expects && (word & Word.From) != 0;
            }
            else if ((word & Word.EndsList) != 0)
            {
                level.InList = false;
            }
            level.HasVerb |= (word & Word.Verb) != 0;
            level.IsIndex |= (word & Word.Index) != 0;
            previous = word;
        }
        return foreign ?? [];
    }

    private static bool IsPlace(Word word, Word previous, Level level)
    {
        // `is distinct from x.y`, and extract(year from x.y), trim(both from x.y): no select at that depth.
        if ((word & Word.From) != 0) return level.HasVerb && (previous & Word.Distinct) == 0;
        // Only an index and a trigger are on a table; a join is on a condition.
        if ((word & Word.On) != 0) return level.IsIndex;
        // `for update of x` and `on conflict do update set` name no table; nor does `on update cascade`.
        return (word & Word.Update) == 0 || (previous & Word.BeforeStatement) != 0;
    }

    private static string? SchemaOf(SqlTokens token)
    {
        if (!token.HasDot) return null;
        var name = token.Name;
        // Of three parts the first is a database, and another database is nobody's own.
        var end = name.LastIndexOf('.');
        var start = name.LastIndexOf('.', end - 1) + 1;
        return name.Substring(start, end - start).Trim().Trim('"', '[', ']');
    }

    private struct Level
    {
        /// <summary>Whether the next name is a table's.</summary>
        public bool Expects { get; set; }

        /// <summary>Whether a comma is followed by another table.</summary>
        public bool InList { get; set; }

        public bool HasVerb { get; set; }

        public bool IsIndex { get; set; }
    }
}
