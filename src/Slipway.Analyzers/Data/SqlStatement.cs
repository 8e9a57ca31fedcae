namespace Slipway.Analyzers.Data;

/// <summary>Whether a text is a statement of SQL: that is told from its first words, so that a sentence in English is none.</summary>
internal static class SqlStatement
{
    private enum Word
    {
        None,
        Create,
        Copy,
        Delete,
        Insert,
        Lock,
        Merge,
        Select,
        Truncate,
        Update,
        With,
    }

    private enum Change
    {
        None,
        Qualifier,
        Object,
    }

    private static readonly SqlWords<Word> Words = new(
        (Word.Create, "create alter drop"),
        (Word.Copy, "copy"),
        (Word.Delete, "delete"),
        (Word.Insert, "insert"),
        (Word.Lock, "lock"),
        (Word.Merge, "merge"),
        (Word.Select, "select explain"),
        (Word.Truncate, "truncate"),
        (Word.Update, "update"),
        (Word.With, "with"));

    private static readonly SqlWords<Change> Changes = new(
        (Change.Qualifier, "or replace materialized temp temporary unique"),
        (Change.Object, "table view index foreign schema function trigger sequence type"));

    /// <summary>The cheapest question: may a text that begins so be a statement at all?</summary>
    /// <param name="beginning">The text, or what stands first of it.</param>
    /// <param name="isWhole">Whether that is all. If it is not, half a word may still become one.</param>
    public static bool MayBegin(string beginning, bool isWhole)
    {
        var tokens = new SqlTokens(beginning);
        if (!First(ref tokens)) return !isWhole;
        return Words.KindOf(tokens) != Word.None || (!isWhole && tokens.IsLast);
    }

    public static bool Is(string text)
    {
        var tokens = new SqlTokens(text);
        if (!First(ref tokens)) return false;
        return Words.KindOf(tokens) switch
        {
            Word.Truncate => true,
            Word.Select => Holds(ref tokens, "from"),
            Word.Update => Holds(ref tokens, "set"),
            Word.With => Holds(ref tokens, "as"),
            Word.Copy => Holds(ref tokens, "from", "to"),
            Word.Insert => NextIs(ref tokens, "into"),
            Word.Delete => NextIs(ref tokens, "from"),
            Word.Lock => NextIs(ref tokens, "table"),
            Word.Merge => NextIs(ref tokens, "into") || Holds(ref tokens, "using"),
            Word.Create => ChangesAnObject(ref tokens),
            _ => false,
        };
    }

    private static bool ChangesAnObject(ref SqlTokens tokens)
    {
        while (Next(ref tokens))
        {
            switch (Changes.KindOf(tokens))
            {
                case Change.Object: return true;
                case Change.None: return false;
            }
        }
        return false;
    }

    private static bool Holds(ref SqlTokens tokens, params string[] words)
    {
        while (tokens.Read())
        {
            if (tokens.Mark != '\0') continue;
            foreach (var word in words)
            {
                if (tokens.Is(word)) return true;
            }
        }
        return false;
    }

    // A statement may stand in parentheses; in between its first words stands none.
    private static bool First(ref SqlTokens tokens)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '\0') return true;
            if (tokens.Mark != '(') return false;
        }
        return false;
    }

    private static bool Next(ref SqlTokens tokens) => tokens.Read() && tokens.Mark == '\0';

    private static bool NextIs(ref SqlTokens tokens, string word) => Next(ref tokens) && tokens.Is(word);
}
