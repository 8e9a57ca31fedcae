namespace Slipway.Analyzers.Data;

/// <summary>Whether a text is a statement of SQL: that is told from its first words, so that a sentence in English is none.</summary>
internal static class SqlStatement
{
    private static readonly HashSet<string> Begins = new(StringComparer.OrdinalIgnoreCase)
        { "select", "insert", "update", "delete", "merge", "with", "truncate", "create", "alter", "drop", "copy", "lock", "explain" };

    private static readonly HashSet<string> Qualifiers = new(StringComparer.OrdinalIgnoreCase) { "or", "replace", "materialized", "temp", "temporary", "unique" };

    private static readonly HashSet<string> Objects = new(StringComparer.OrdinalIgnoreCase)
        { "table", "view", "index", "foreign", "schema", "function", "trigger", "sequence", "type" };

    /// <summary>The cheapest question: may a text that begins so be a statement at all?</summary>
    /// <param name="beginning">The text, or what stands first of it.</param>
    /// <param name="isWhole">Whether that is all. If it is not, half a word may still become one.</param>
    public static bool MayBegin(string beginning, bool isWhole)
    {
        var tokens = new SqlTokens(beginning);
        if (Next(ref tokens, skipParentheses: true) is not { } first) return !isWhole;
        return Begins.Contains(first) || (!isWhole && beginning.EndsWith(first, StringComparison.Ordinal));
    }

    public static bool Is(string text)
    {
        var tokens = new SqlTokens(text);
        return Next(ref tokens, skipParentheses: true)?.ToLowerInvariant() switch
        {
            "truncate" => true,
            "select" or "explain" => Holds(ref tokens, "from"),
            "update" => Holds(ref tokens, "set"),
            "with" => Holds(ref tokens, "as"),
            "copy" => Holds(ref tokens, "from", "to"),
            "insert" => Is(Next(ref tokens), "into"),
            "delete" => Is(Next(ref tokens), "from"),
            "lock" => Is(Next(ref tokens), "table"),
            "merge" => Is(Next(ref tokens), "into") || Holds(ref tokens, "using"),
            "create" or "alter" or "drop" => ChangesAnObject(ref tokens),
            _ => false,
        };
    }

    private static bool ChangesAnObject(ref SqlTokens tokens)
    {
        var word = Next(ref tokens);
        while (word is not null && Qualifiers.Contains(word)) word = Next(ref tokens);
        return word is not null && Objects.Contains(word);
    }

    private static bool Holds(ref SqlTokens tokens, params string[] words)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '\0' && words.Contains(tokens.Name, StringComparer.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    // A statement may stand in parentheses; in between its first words stands none.
    private static string? Next(ref SqlTokens tokens, bool skipParentheses = false)
    {
        while (tokens.Read())
        {
            if (tokens.Mark == '\0') return tokens.Name;
            if (!skipParentheses || tokens.Mark != '(') return null;
        }
        return null;
    }

    private static bool Is(string? word, string expected) => expected.Equals(word, StringComparison.OrdinalIgnoreCase);
}
