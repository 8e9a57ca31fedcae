namespace Slipway.Boundaries.Copies;

/// <summary>What is left of a source when everything is taken away that a copier changes without a thought: blanks, comments, imports, namespaces.</summary>
internal static class CodeLines
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private static readonly string[] Frames = ["using ", "global using ", "@using ", "import ", "namespace ", "@namespace ", "package ", "open ", "#region", "#endregion", "#pragma", "#nullable"];

    public static List<CodeLine> Of(string text)
    {
        var lines = new List<CodeLine>();
        var inComment = false;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (!inComment && IsFrame(line.TrimStart())) continue;
            if (HashOf(line, ref inComment) is { } hash) lines.Add(new(number, hash));
        }
        return lines;
    }

    // 'using var file = Open();' is code: a directive calls nobody.
    private static bool IsFrame(ReadOnlySpan<char> line)
    {
        foreach (var frame in Frames)
        {
            if (line.StartsWith(frame, StringComparison.Ordinal)) return !line.Contains('(') || frame.StartsWith('#');
        }
        return false;
    }

    // Null for a line without a letter or a digit. What seems a comment inside of a text is none; a text ends with its line.
    private static ulong? HashOf(ReadOnlySpan<char> line, ref bool inComment)
    {
        var hash = Basis;
        var says = false;
        var quote = '\0';
        for (var at = 0; at < line.Length; at++)
        {
            var (sign, next) = (line[at], at + 1 < line.Length ? line[at + 1] : '\0');
            if (inComment)
            {
                if (sign == '*' && next == '/') (inComment, at) = (false, at + 1);
                continue;
            }
            if (quote == '\0' && sign == '/' && next == '/') break;
            if (quote == '\0' && sign == '/' && next == '*')
            {
                (inComment, at) = (true, at + 1);
                continue;
            }
            if (char.IsWhiteSpace(sign)) continue;
            if (quote != '\0' && sign == '\\') hash = (hash ^ line[at++]) * Prime;
            else if (sign is '"' or '\'' or '`') quote = quote == '\0' ? sign : quote == sign ? '\0' : quote;
            says |= char.IsLetterOrDigit(sign);
            if (at < line.Length) hash = (hash ^ line[at]) * Prime;
        }
        return says ? hash : null;
    }
}
