namespace Slipway.Analyzers.Data;

/// <summary>The schemas of others in a text of a program, if that text is SQL.</summary>
internal static class ForeignSchemas
{
    /// <returns>Those that are not the unit's, as written without their quotes, each once.</returns>
    public static IReadOnlyList<string> Of(string text, OwnSchemas own)
    {
        // What it costs is asked of every statement of a project, and most of them name their own schemas only.
        if (!MayNameAnother(text, own)) return [];
        var foreign = SqlSchemas.NotOwn(text, own.Hold, knowsOthers: false);
        return foreign.Count == 0 || !SqlStatement.Is(text) ? [] : [.. foreign.Select(schema => schema.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Whether there is a dot that does not follow one of the unit's schemas, written without quotes, or a word that a schema alone follows.
    private static bool MayNameAnother(string text, OwnSchemas own)
    {
        for (var dot = text.IndexOf('.'); dot >= 0; dot = text.IndexOf('.', dot + 1))
        {
            var start = dot;
            while (start > 0 && SqlTokens.IsInName(text[start - 1])) start--;
            if (!own.Hold(text.Substring(start, dot - start))) return true;
        }
        return Holds(text, "schema") || Holds(text, "search_path") || Holds(text, "use ");
    }

    private static bool Holds(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
