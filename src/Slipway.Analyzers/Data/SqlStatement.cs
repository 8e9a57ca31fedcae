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

    private enum Ahead
    {
        None,
        Begin,
        Clause,
        Determiner,
        Operator,
        Path,
        Rest,
        Right,
        Values,
    }

    private enum Change
    {
        None,
        Qualifier,
        Object,
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

    private static readonly SqlWords<Ahead> Aheads = new(
        (Ahead.Begin, "work transaction tran try"),
        (Ahead.Clause, "restart continue cascade restrict"),
        (Ahead.Determiner, "a an the this that these those your our their its his her one any some each another every more which"),
        (Ahead.Operator, "as is and or in like not between collate at"),
        (Ahead.Path, "local session"),
        (Ahead.Right, "insert update delete truncate references trigger usage create connect temporary execute all privileges"),
        (Ahead.Rest, "where from output"),
        (Ahead.Values, "values select"));

    private static readonly SqlWords<Change> Changes = new(
        (Change.Qualifier, "or alter replace materialized temp temporary unlogged unique clustered nonclustered"),
        (Change.Object, "table view index foreign schema function procedure policy trigger sequence type role user database"));

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
            Word.Truncate => Truncates(ref tokens),
            Word.Select => IsCall(tokens) || Selects(ref tokens),
            Word.Update => Updates(ref tokens),
            Word.With => Names(ref tokens),
            Word.Copy => Copies(ref tokens),
            Word.Insert => IsInto(tokens) || (NextHasDot(ref tokens) && HoldsOf(ref tokens, Ahead.Values)),
            Word.Delete => IsFrom(tokens) || IsTop(tokens) || DeletesAlias(tokens) || (NextHasDot(ref tokens) && Next(ref tokens) && Aheads.KindOf(tokens) == Ahead.Rest),
            Word.Lock => NextIs(ref tokens, "table"),
            Word.Merge => IsInto(tokens) || (Holds(ref tokens, "using") && Holds(ref tokens, "on")),
            Word.Create => ChangesAnObject(ref tokens),
            // "Call Services.Start()" tells a person what to do.
            Word.Call => !tokens.IsCapitalized && IsCall(tokens) && NextHasDot(ref tokens),
            Word.Exec => NextHasDot(ref tokens) && tokens.After is '\0' or ';' or '@' or '\'' or SqlTokens.PutIn or (>= '0' and <= '9'),
            Word.Execute => NextHasDot(ref tokens) && tokens.After == '@',
            Word.Set => SetsSchemas(tokens) || IsBehind(ref tokens, orWord: null),
            Word.Use => Uses(ref tokens),
            Word.Begin => IsBegun(tokens) || IsBehind(ref tokens, orWord: null),
            Word.Start => IsBehind(ref tokens, orWord: null),
            Word.Refresh => NextIs(ref tokens, "materialized"),
            Word.Replace => IsInto(tokens),
            Word.Do => HoldsBody(ref tokens),
            Word.Declare => IsBehind(ref tokens, orWord: "for"),
            Word.Prepare => Holds(ref tokens, "as") && Is(tokens),
            Word.If => tokens.After == '(' ? Is(tokens) : Exists(tokens),
            Word.Grant => GivesRights(ref tokens),
            _ => false,
        };
    }

    private static bool IsInto(SqlTokens tokens) => Next(ref tokens) && (tokens.Is("into") || (tokens.Is("ignore") && NextIs(ref tokens, "into")));

    private static bool IsTop(SqlTokens tokens) => NextIs(ref tokens, "top") && tokens.After == '(';

    // `delete b from billing.invoices b` names it again; "Delete all from billing.invoices" does not.
    private static bool DeletesAlias(SqlTokens tokens)
    {
        if (!Next(ref tokens)) return false;
        var alias = tokens.Name;
        return NextIs(ref tokens, "from") && Holds(ref tokens, alias);
    }

    // "Use this; that is another" goes on as no statement does.
    private static bool Uses(ref SqlTokens tokens)
    {
        if (!Next(ref tokens) || tokens.HasDot || tokens.After != ';') return false;
        tokens.Read();
        return !tokens.Read() || Words.KindOf(tokens) != Word.None;
    }

    private static bool IsFrom(SqlTokens tokens) => NextIs(ref tokens, "from");

    // Nothing but a function's call, for "select item(s) of billing" is English.
    private static bool IsCall(SqlTokens tokens)
    {
        if (!Next(ref tokens) || tokens.After != '(') return false;
        var depth = 0;
        while (tokens.Read())
        {
            if (tokens.Mark == '(') depth++;
            if (tokens.Mark == ')' && --depth == 0) return !tokens.Read() || tokens.Mark == ';' || (tokens.Mark == ',' && IsCall(tokens)) || (tokens.Mark == '\0' && tokens.Is("as"));
        }
        return false;
    }

    // "Truncate file.txt" is English, and so is what goes on in words of its own.
    private static bool Truncates(ref SqlTokens tokens)
    {
        var isCapitalized = tokens.IsCapitalized;
        if (!Next(ref tokens)) return false;
        if (tokens.Is("table")) return true;
        if (isCapitalized || (tokens.Is("only") && !Next(ref tokens))) return false;
        return tokens.After is ',' or ';' or '*' or '\0' || (Next(ref tokens) && Aheads.KindOf(tokens) == Ahead.Clause);
    }

    // "Select a template from templates.json": no column is called "a" and shown by the name of "template".
    private static bool Selects(ref SqlTokens tokens)
    {
        var isDetermined = false;
        while (tokens.Read())
        {
            if (tokens.Mark == '\0')
            {
                if (tokens.Is("from")) return true;
                var ahead = Aheads.KindOf(tokens);
                if (isDetermined && ahead != Ahead.Operator) return false;
                isDetermined = ahead == Ahead.Determiner && SqlTokens.BeginsName(tokens.After);
            }
            else
            {
                isDetermined = false;
            }
        }
        return false;
    }

    // What is set becomes something: "Update your profile, set from billing.page" does not say what.
    private static bool Updates(ref SqlTokens tokens)
    {
        while (Holds(ref tokens, "set"))
        {
            if (tokens.After is '(' or '\0') return true;
            if (Next(ref tokens) && (tokens.First == SqlTokens.PutIn || tokens.After is '=' or '+' or '-' or '*' or '|' or '[')) return true;
        }
        return false;
    }

    private static bool Names(ref SqlTokens tokens)
    {
        while (Holds(ref tokens, "as"))
        {
            if (tokens.After is '(' or SqlTokens.PutIn or '\0' || NextIs(ref tokens, "materialized")) return true;
            if (tokens.Is("not") && NextIs(ref tokens, "materialized")) return true;
        }
        return false;
    }

    // A table is copied to a text or a stream: "Copy billing.zip to backup.zip" copies a file.
    private static bool Copies(ref SqlTokens tokens)
    {
        while (Holds(ref tokens, "from", "to"))
        {
            if (tokens.After is '\'' or SqlTokens.PutIn or '\0') return true;
            if (Next(ref tokens) && (tokens.Is("stdin") || tokens.Is("stdout") || tokens.Is("program"))) return true;
        }
        return false;
    }

    private static bool SetsSchemas(SqlTokens tokens)
    {
        if (!Next(ref tokens)) return false;
        if (Aheads.KindOf(tokens) == Ahead.Path && !Next(ref tokens)) return false;
        if (tokens.Is("schema")) return tokens.After == '\'';
        return tokens.Is("search_path") && (tokens.After == '=' || NextIs(ref tokens, "to"));
    }

    // Behind a semicolon, or behind that word, a statement stands.
    private static bool IsBehind(ref SqlTokens tokens, string? orWord)
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
        return Is(Next(ref ahead) && Aheads.KindOf(ahead) == Ahead.Begin ? ahead : tokens);
    }

    private static bool HoldsBody(ref SqlTokens tokens)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '$') return true;
            if (tokens.Mark != '\0') return false;
        }
        return false;
    }

    private static bool Exists(SqlTokens tokens)
    {
        if (!Next(ref tokens)) return false;
        if (tokens.Is("not") && !Next(ref tokens)) return false;
        return tokens.Is("exists") && tokens.After == '(' && Is(tokens);
    }

    private static bool GivesRights(ref SqlTokens tokens)
    {
        var rights = 0;
        while (tokens.Read())
        {
            if (tokens.Mark == ',') continue;
            if (tokens.Mark != '\0') return false;
            if (tokens.Is("on")) return rights > 0;
            if (Aheads.KindOf(tokens) != Ahead.Right && Aheads.KindOf(tokens) != Ahead.Values) return false;
            rights++;
        }
        return false;
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

    private static bool HoldsOf(ref SqlTokens tokens, Ahead kind)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '\0' && Aheads.KindOf(tokens) == kind) return true;
        }
        return false;
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

    private static bool Next(ref SqlTokens tokens) => tokens.Read() && tokens.Mark == '\0';

    private static bool NextHasDot(ref SqlTokens tokens) => Next(ref tokens) && tokens.HasDot;

    private static bool NextIs(ref SqlTokens tokens, string word) => Next(ref tokens) && tokens.Is(word);
}
