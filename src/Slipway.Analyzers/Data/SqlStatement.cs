namespace Slipway.Analyzers.Data;

/// <summary>Whether a text is a statement of SQL: that is told from its first words, so that a sentence in English is none.</summary>
internal static class SqlStatement
{
    private enum Word
    {
        None,
        Begin,
        Call,
        Create,
        Copy,
        Declare,
        Delete,
        Do,
        Exec,
        Execute,
        Grant,
        If,
        Insert,
        Lock,
        Merge,
        Prepare,
        Refresh,
        Replace,
        Select,
        Set,
        Start,
        Truncate,
        Update,
        Use,
        With,
    }

    private static readonly SqlWords<Word> Words = new(
        (Word.Begin, "begin"),
        (Word.Call, "call"),
        (Word.Create, "create alter drop"),
        (Word.Copy, "copy"),
        (Word.Declare, "declare"),
        (Word.Delete, "delete"),
        (Word.Do, "do"),
        (Word.Exec, "exec"),
        (Word.Execute, "execute"),
        (Word.Grant, "grant revoke"),
        (Word.If, "if"),
        (Word.Insert, "insert"),
        (Word.Lock, "lock"),
        (Word.Merge, "merge"),
        (Word.Prepare, "prepare"),
        (Word.Refresh, "refresh"),
        (Word.Replace, "replace"),
        (Word.Select, "select explain"),
        (Word.Set, "set"),
        (Word.Start, "start savepoint"),
        (Word.Truncate, "truncate"),
        (Word.Update, "update"),
        (Word.Use, "use"),
        (Word.With, "with"));

    /// <summary>The cheapest question: may a text that begins so be a statement at all?</summary>
    /// <param name="beginning">The text, or what stands first of it.</param>
    /// <param name="isWhole">Whether that is all. If it is not, half a word may still become one.</param>
    public static bool MayBegin(string beginning, bool isWhole)
    {
        var tokens = new SqlTokens(beginning);
        if (!First(ref tokens)) return !isWhole;
        return Words.KindOf(tokens) != Word.None || (!isWhole && tokens.IsLast);
    }

    public static bool Is(string text) => Is(new SqlTokens(text));

    private static bool Is(SqlTokens tokens)
    {
        if (!First(ref tokens)) return false;
        return Words.KindOf(tokens) switch
        {
            Word.Truncate => SqlForms.Truncates(tokens),
            Word.Select => SqlForms.IsCall(tokens) || SqlForms.Selects(tokens),
            Word.Update => SqlForms.Updates(tokens),
            Word.With => SqlForms.Names(tokens),
            Word.Copy => SqlForms.Copies(tokens),
            Word.Insert => SqlForms.Inserts(tokens),
            Word.Delete => SqlForms.Deletes(tokens),
            Word.Lock => tokens.NextIs("table"),
            Word.Merge => SqlForms.Merges(tokens),
            Word.Create => SqlForms.ChangesAnObject(tokens),
            Word.Call => SqlForms.Calls(tokens),
            Word.Exec => SqlForms.Executes(tokens),
            Word.Execute => tokens.NextHasDot() && tokens.After == '@',
            Word.Set => SqlForms.SetsSchemas(tokens) || IsBehind(tokens, orWord: null),
            Word.Use => Uses(tokens),
            Word.Begin => IsBegun(tokens) || IsBehind(tokens, orWord: null),
            Word.Start => IsBehind(tokens, orWord: null),
            Word.Refresh => tokens.NextIs("materialized"),
            Word.Replace => SqlForms.IsInto(tokens),
            Word.Do => SqlForms.HoldsBody(tokens),
            Word.Declare => IsBehind(tokens, orWord: "for"),
            Word.Prepare => tokens.Holds("as") && Is(tokens),
            Word.If => tokens.After == '(' ? Is(tokens) : Exists(tokens),
            Word.Grant => SqlForms.GivesRights(tokens),
            _ => false,
        };
    }

    // "Use this; that is another" goes on as no statement does.
    private static bool Uses(SqlTokens tokens)
    {
        if (!tokens.NextName() || tokens.HasDot || tokens.After != ';') return false;
        tokens.Read();
        return !tokens.Read() || Words.KindOf(tokens) != Word.None;
    }

    // Behind a semicolon, or behind that word, a statement stands.
    private static bool IsBehind(SqlTokens tokens, string? orWord)
    {
        while (tokens.Read())
        {
            if ((tokens.Mark == ';' || (tokens.Mark == '\0' && orWord is not null && tokens.Is(orWord))) && Is(tokens)) return true;
        }
        return false;
    }

    private static bool IsBegun(SqlTokens tokens)
    {
        var ahead = tokens;
        return Is(ahead.NextName() && SqlForms.IsBeginOfTransaction(ahead) ? ahead : tokens);
    }

    private static bool Exists(SqlTokens tokens)
    {
        if (!tokens.NextName()) return false;
        if (tokens.Is("not") && !tokens.NextName()) return false;
        return tokens.Is("exists") && tokens.After == '(' && Is(tokens);
    }

    // A statement may stand in parentheses, and behind a semicolon; in between its first words stands none.
    private static bool First(ref SqlTokens tokens)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '\0') return true;
            if (tokens.Mark is not ('(' or ';')) return false;
        }
        return false;
    }
}
