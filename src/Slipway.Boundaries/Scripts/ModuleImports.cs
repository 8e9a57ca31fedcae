using System.Text;

namespace Slipway.Boundaries.Scripts;

/// <summary>Finds every way in which a script names a module.</summary>
internal static class ModuleImports
{
    // An import's names fit into this many tokens, or it is none.
    private const int LongestClause = 4000;

    private static readonly HashSet<string> Mocks = new(["mock", "doMock", "unmock", "dontMock", "requireActual", "requireMock", "importActual", "importMock", "setMock"], StringComparer.Ordinal);

    public static IEnumerable<ModuleImport> In(IReadOnlyList<ScriptToken> tokens)
    {
        var made = MadeRequires(tokens);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Kind == ScriptTokenKind.Reference) yield return new(token.Value, token.Offset);
            if (token.Kind != ScriptTokenKind.Word) continue;
            if (token.Value is "glob" or "globEager" && IsMemberOf(tokens, at, "meta") && IsCalled(tokens, at))
            {
                foreach (var pattern in Patterns(tokens, at + 2)) yield return pattern;
                continue;
            }
            var found = token.Value switch
            {
                "import" or "export" when !IsMember(tokens, at) => Statement(tokens, at),
                "require" or "resolve" when IsCalled(tokens, at) && (token.Value == "require" ? !IsMember(tokens, at) || IsMemberOf(tokens, at, "module", "globalThis") : IsMemberOf(tokens, at, "require", "meta")) => Argument(tokens, at + 2),
                "context" when IsMemberOf(tokens, at, "require") && IsCalled(tokens, at) => Argument(tokens, at + 2),
                "importScripts" when IsCalled(tokens, at) && IsRelativeToModule(tokens, at) => Argument(tokens, at + 2),
                "createRequire" when IsCalled(tokens, at) => Made(tokens, at + 1),
                _ when made.Contains(token.Value) && IsCalled(tokens, at) && !IsMember(tokens, at) => Argument(tokens, at + 2),
                "URL" or "Worker" or "SharedWorker" when at > 0 && tokens[at - 1].Is("new") && IsCalled(tokens, at) && IsRelativeToModule(tokens, at) => Argument(tokens, at + 2),
                _ when Mocks.Contains(token.Value) && IsMemberOf(tokens, at, "jest", "vi") && IsCalled(tokens, at) => Argument(tokens, at + 2),
                _ => null,
            };
            if (found is { } import) yield return import;
        }
    }

    private static bool IsCalled(IReadOnlyList<ScriptToken> tokens, int at) => at + 2 < tokens.Count && tokens[at + 1].Is("(");

    private static bool IsMember(IReadOnlyList<ScriptToken> tokens, int at) => at > 0 && tokens[at - 1].Is(".");

    private static bool IsMemberOf(IReadOnlyList<ScriptToken> tokens, int at, params string[] owners) => at > 1 && tokens[at - 1].Is(".") && owners.Contains(tokens[at - 2].Value);

    // new URL('./worker.ts', import.meta.url): a file, not an address.
    private static bool IsRelativeToModule(IReadOnlyList<ScriptToken> tokens, int at) => tokens[at + 2].Value.StartsWith('.');

    private static ModuleImport? Statement(IReadOnlyList<ScriptToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count) return null;
        var next = tokens[at + 1];
        if (tokens[at].Value == "import")
        {
            if (next.IsText) return new(next.Value, next.Offset);
            if (next.Is("(")) return Argument(tokens, at + 2);
            if (next.Is(".")) return null;
        }
        else if (!next.Is("*") && !next.Is("{") && !next.Is("type")) return null;
        // The names, up to 'from' and a text. Whatever cannot stand between the two ends it.
        for (var index = at + 1; index + 1 < tokens.Count && index < at + LongestClause; index++)
        {
            var token = tokens[index];
            if (token.Is("from") && tokens[index + 1].IsText) return new(tokens[index + 1].Value, tokens[index + 1].Offset);
            if (token.Is(";") || token.Is("(") || token.Is("=") || (index > at + 1 && (token.Is("import") || token.Is("export")))) return null;
        }
        return null;
    }

    // createRequire(import.meta.url)('./x'), called where it is made.
    private static ModuleImport? Made(IReadOnlyList<ScriptToken> tokens, int at)
    {
        var open = 0;
        for (; at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) open++;
            if (tokens[at].Is(")") && --open == 0) return tokens[at + 1].Is("(") ? Argument(tokens, at + 2) : null;
        }
        return null;
    }

    // const load = createRequire(import.meta.url), or = require: another name for the same.
    private static HashSet<string> MadeRequires(IReadOnlyList<ScriptToken> tokens)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 2; at < tokens.Count; at++)
        {
            var isOne = tokens[at].Is("createRequire") || (tokens[at].Is("require") && !(at + 1 < tokens.Count && (tokens[at + 1].Is("(") || tokens[at + 1].Is("."))));
            if (isOne && tokens[at - 1].Is("=") && tokens[at - 2].Kind == ScriptTokenKind.Word) names.Add(tokens[at - 2].Value);
        }
        return names;
    }

    private static ModuleImport? Argument(IReadOnlyList<ScriptToken> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Is("[")) at++;
        if (at + 1 < tokens.Count && tokens[at].Is("path") && tokens[at + 1].Is(".")) return Path(tokens, at);
        if (at >= tokens.Count || tokens[at].Kind is not (ScriptTokenKind.Text or ScriptTokenKind.Template)) return null;
        return new(Added(tokens, at), tokens[at].Offset);
    }

    // path.resolve(__dirname, '..', 'x'): from the file, as the texts say.
    private static ModuleImport? Path(IReadOnlyList<ScriptToken> tokens, int at)
    {
        var parts = tokens.Skip(at).TakeWhile(token => !token.Is(")")).Where(token => token.Kind == ScriptTokenKind.Text).ToArray();
        return parts.Length == 0 ? null : new(string.Join('/', parts.Select(part => part.Value)), parts[0].Offset);
    }

    // One pattern, or a list of them; what a pattern leaves out is not taken.
    private static IEnumerable<ModuleImport> Patterns(IReadOnlyList<ScriptToken> tokens, int at)
    {
        if (!tokens[at].Is("[")) return Argument(tokens, at) is { } single ? [single] : [];
        return tokens.Skip(at).TakeWhile(token => !token.Is("]"))
            .Where(token => token.Kind is ScriptTokenKind.Text or ScriptTokenKind.Template && !token.Value.StartsWith('!')).Select(token => new ModuleImport(token.Value, token.Offset));
    }

    /// <summary>Texts that are added up count as one; what follows a part that is not known is cut.</summary>
    public static string Added(IReadOnlyList<ScriptToken> tokens, int at)
    {
        var text = new StringBuilder(tokens[at].Value);
        for (var index = at; tokens[index].IsText && index + 2 < tokens.Count && tokens[index + 1].Is("+") && tokens[index + 2].Kind is ScriptTokenKind.Text or ScriptTokenKind.Template; index += 2)
            text.Append(tokens[index + 2].Value);
        return text.ToString();
    }
}
