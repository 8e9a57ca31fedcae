namespace Slipway.Analyzers.Data;

/// <summary>How the statements of SQL go on behind their first word, told from how a sentence in English does that begins with the same word.</summary>
internal static class SqlForms
{
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

    public static bool Inserts(SqlTokens tokens) => IsInto(tokens) || (tokens.NextHasDot() && HoldsOf(tokens, Ahead.Values));

    public static bool Deletes(SqlTokens tokens) => IsFrom(tokens) || IsTop(tokens) || DeletesAlias(tokens)
        || (tokens.NextHasDot() && tokens.NextName() && Aheads.KindOf(tokens) == Ahead.Rest);

    public static bool Merges(SqlTokens tokens) => IsInto(tokens) || (tokens.Holds("using") && tokens.Holds("on"));

    public static bool IsInto(SqlTokens tokens) => tokens.NextName() && (tokens.Is("into") || (tokens.Is("ignore") && tokens.NextIs("into")));

    // "Call Services.Start()" tells a person what to do.
    public static bool Calls(SqlTokens tokens) => !tokens.IsCapitalized && IsCall(tokens) && tokens.NextHasDot();

    public static bool Executes(SqlTokens tokens) => tokens.NextHasDot() && tokens.After is '\0' or ';' or '@' or '\'' or SqlTokens.PutIn or (>= '0' and <= '9');

    /// <summary>Whether it goes on with one of the words that may follow <c>begin</c>.</summary>
    public static bool IsBeginOfTransaction(SqlTokens tokens) => Aheads.KindOf(tokens) == Ahead.Begin;

    // Nothing but a function's call, for "select item(s) of billing" is English.
    public static bool IsCall(SqlTokens tokens)
    {
        if (!tokens.NextName() || tokens.After != '(') return false;
        var depth = 0;
        while (tokens.Read())
        {
            if (tokens.Mark == '(') depth++;
            if (tokens.Mark == ')' && --depth == 0) return !tokens.Read() || tokens.Mark == ';' || (tokens.Mark == ',' && IsCall(tokens)) || (tokens.Mark == '\0' && tokens.Is("as"));
        }
        return false;
    }

    // "Truncate file.txt" is English, and so is what goes on in words of its own.
    public static bool Truncates(SqlTokens tokens)
    {
        var isCapitalized = tokens.IsCapitalized;
        if (!tokens.NextName()) return false;
        if (tokens.Is("table")) return true;
        if (isCapitalized || (tokens.Is("only") && !tokens.NextName())) return false;
        return tokens.After is ',' or ';' or '*' or '\0' || (tokens.NextName() && Aheads.KindOf(tokens) == Ahead.Clause);
    }

    // "Select a template from templates.json": no column is called "a" and shown by the name of "template".
    public static bool Selects(SqlTokens tokens)
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
    public static bool Updates(SqlTokens tokens)
    {
        while (tokens.Holds("set"))
        {
            if (tokens.After is '(' or '\0') return true;
            if (tokens.NextName() && (tokens.First == SqlTokens.PutIn || tokens.After is '=' or '+' or '-' or '*' or '|' or '[')) return true;
        }
        return false;
    }

    public static bool Names(SqlTokens tokens)
    {
        while (tokens.Holds("as"))
        {
            if (tokens.After is '(' or SqlTokens.PutIn or '\0' || tokens.NextIs("materialized")) return true;
            if (tokens.Is("not") && tokens.NextIs("materialized")) return true;
        }
        return false;
    }

    // A table is copied to a text or a stream: "Copy billing.zip to backup.zip" copies a file.
    public static bool Copies(SqlTokens tokens)
    {
        while (tokens.Holds("from", "to"))
        {
            if (tokens.After is '\'' or SqlTokens.PutIn or '\0') return true;
            if (tokens.NextName() && (tokens.Is("stdin") || tokens.Is("stdout") || tokens.Is("program"))) return true;
        }
        return false;
    }

    public static bool SetsSchemas(SqlTokens tokens)
    {
        if (!tokens.NextName()) return false;
        if (Aheads.KindOf(tokens) == Ahead.Path && !tokens.NextName()) return false;
        if (tokens.Is("schema")) return tokens.After == '\'';
        return tokens.Is("search_path") && (tokens.After == '=' || tokens.NextIs("to"));
    }

    public static bool HoldsBody(SqlTokens tokens)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '$') return true;
            if (tokens.Mark != '\0') return false;
        }
        return false;
    }

    public static bool GivesRights(SqlTokens tokens)
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

    public static bool ChangesAnObject(SqlTokens tokens)
    {
        while (tokens.NextName())
        {
            switch (Changes.KindOf(tokens))
            {
                case Change.Object: return true;
                case Change.None: return false;
            }
        }
        return false;
    }

    private static bool IsFrom(SqlTokens tokens) => tokens.NextIs("from");

    private static bool IsTop(SqlTokens tokens) => tokens.NextIs("top") && tokens.After == '(';

    // `delete b from billing.invoices b` names it again; "Delete all from billing.invoices" does not.
    private static bool DeletesAlias(SqlTokens tokens)
    {
        if (!tokens.NextName()) return false;
        var alias = tokens.Name;
        return tokens.NextIs("from") && tokens.Holds(alias);
    }

    private static bool HoldsOf(SqlTokens tokens, Ahead kind)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '\0' && Aheads.KindOf(tokens) == kind) return true;
        }
        return false;
    }
}
