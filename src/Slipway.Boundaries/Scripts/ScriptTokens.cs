using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Boundaries.Scripts;

/// <summary>
/// Cuts JavaScript and TypeScript into tokens, well enough to tell code from comments, texts, templates, regular expressions and JSX. It never
/// fails: what it does not understand it takes for one sign and goes on, so that broken code cannot hide an import behind it.
/// </summary>
internal sealed partial class ScriptTokens
{
    // As deep as anybody nests templates and JSX; beyond it everything is taken for code.
    private const int Deepest = 64;

    private readonly string _text;
    private readonly List<ScriptToken> _tokens = [];

    // Backticks that nothing closes: looked at once.
    private readonly HashSet<int> _lone = [];
    private bool _jsx;
    private int _at;
    private int _depth;

    private ScriptTokens(string text, bool jsx) => (_text, _jsx) = (text, jsx);

    /// <param name="text">The source.</param>
    /// <param name="jsx">Whether <c>&lt;</c> may begin an element: in all but <c>.ts</c> files.</param>
    public static IReadOnlyList<ScriptToken> Of(string text, bool jsx)
    {
        var reader = new ScriptTokens(text, jsx);
        while (reader._at < text.Length) reader.Code(closes: false);
        return reader._tokens;
    }

    // Up to the end, or past the brace that closes what the caller opened.
    private void Code(bool closes)
    {
        var open = 0;
        while (_at < _text.Length)
        {
            var sign = _text[_at];
            if (char.IsWhiteSpace(sign)) _at++;
            else if (sign == '/' && Next == '/') LineComment();
            else if (sign == '/' && Next == '*') BlockComment();
            else if (sign is '"' or '\'') Quoted(sign);
            else if (sign == '`' && !_lone.Contains(_at)) Template();
            else if (sign == '/' && BeginsExpression() && RegexAt() is { } length) _at += length;
            else if (sign == '<' && _jsx && BeginsExpression() && BeginsElement()) Element();
            else if (IsWord(sign)) Word();
            else
            {
                if (closes && sign == '}' && open-- == 0)
                {
                    _at++;
                    return;
                }
                if (sign == '{') open++;
                _tokens.Add(new(ScriptTokenKind.Sign, sign.ToString(), _at++));
            }
        }
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private static bool IsWord(char sign) => char.IsLetterOrDigit(sign) || sign is '_' or '$' or '#' or '@';

    private void Word()
    {
        var start = _at;
        while (_at < _text.Length && IsWord(_text[_at])) _at++;
        _tokens.Add(new(ScriptTokenKind.Word, _text[start.._at], start));
    }

    private void LineComment()
    {
        var end = _text.IndexOf('\n', _at) is var found and >= 0 ? found : _text.Length;
        _tokens.AddRange(ScriptComments.In(_text, _at, end));
        _at = end;
    }

    private void BlockComment()
    {
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end >= 0) _tokens.AddRange(ScriptComments.In(_text, _at, end));
        _at = end >= 0 ? end + 2 : _at + 2;
    }

    private void Quoted(char quote)
    {
        var start = ++_at;
        for (var end = start; end < _text.Length && _text[end] != '\n'; end++)
        {
            if (_text[end] == '\\') end++;
            else if (_text[end] == quote)
            {
                _tokens.Add(new(ScriptTokenKind.Text, Unescaped(_text[start..end]), start));
                _at = end + 1;
                return;
            }
        }
        // An apostrophe, as in the words of an element: what follows is code again.
    }

    private void Template()
    {
        var start = ++_at;
        var before = _tokens.Count;
        var hole = -1;
        for (var end = start; end < _text.Length; end++)
        {
            if (_text[end] == '\\') end++;
            else if (_text[end] == '`')
            {
                // Before what stands in its holes.
                _tokens.Insert(before, hole < 0 ? new(ScriptTokenKind.Text, Unescaped(_text[start..end]), start) : new(ScriptTokenKind.Template, Unescaped(_text[start..hole]), start));
                _at = end + 1;
                return;
            }
            else if (_text[end] == '$' && end + 1 < _text.Length && _text[end + 1] == '{' && _depth < Deepest)
            {
                if (hole < 0) hole = end;
                _at = end + 2;
                _depth++;
                Code(closes: true);
                _depth--;
                end = _at - 1;
            }
        }
        // Nobody closes it: it was none.
        _lone.Add(start - 1);
        _tokens.RemoveRange(before, _tokens.Count - before);
        _at = start;
    }

    private void Element()
    {
        var (start, before) = (_at++, _tokens.Count);
        var closed = ++_depth <= Deepest && (!Attributes() || Children());
        _depth--;
        if (closed && _jsx) return;
        // It never ends, so it was none, and nothing else here is one either.
        _jsx = false;
        _tokens.RemoveRange(before, _tokens.Count - before);
        _tokens.Add(new(ScriptTokenKind.Sign, "<", start));
        _at = start + 1;
    }

    // Whether children follow.
    private bool Attributes()
    {
        while (_at < _text.Length)
        {
            var sign = _text[_at];
            if (sign == '>')
            {
                _at++;
                return true;
            }
            if (sign == '/' && Next == '>')
            {
                _at += 2;
                return false;
            }
            if (sign == '{') Hole();
            else if (sign is '"' or '\'') _at = _text.IndexOf(sign, _at + 1) is var end and >= 0 ? end + 1 : _at + 1;
            else _at++;
        }
        return true;
    }

    // Whether they end.
    private bool Children()
    {
        while (_at < _text.Length && _jsx)
        {
            if (_text[_at] == '{') Hole();
            else if (_text[_at] != '<') _at++;
            else if (Next == '/')
            {
                _at = _text.IndexOf('>', _at) is var end and >= 0 ? end + 1 : _text.Length;
                return true;
            }
            else Element();
        }
        return false;
    }

    private void Hole()
    {
        _at++;
        Code(closes: true);
    }

    // After a value a slash divides and a sign compares; elsewhere they begin something.
    private bool BeginsExpression() => _tokens.Count == 0 || _tokens[^1] switch
    {
        { Kind: ScriptTokenKind.Sign, Value: ")" or "]" or "}" } => false,
        { Kind: ScriptTokenKind.Sign or ScriptTokenKind.Reference } => true,
        { Kind: ScriptTokenKind.Word, Value: "return" or "typeof" or "case" or "in" or "of" or "do" or "else" or "void" or "delete" or "default" or "await" or "yield" } => true,
        _ => false,
    };

    private bool BeginsElement()
    {
        if (Next == '>') return true;
        if (!char.IsLetter(Next)) return false;
        // <T,>(x) => and <T extends U>(x) => are generic functions.
        var end = _at + 1;
        while (end < _text.Length && (IsWord(_text[end]) || _text[end] is '.' or '-' or ':')) end++;
        return end < _text.Length && _text[end] != ',' && !_text.AsSpan(end).TrimStart().StartsWith("extends ");
    }

    private int? RegexAt()
    {
        var inSet = false;
        for (var end = _at + 1; end < _text.Length && _text[end] != '\n'; end++)
        {
            var sign = _text[end];
            if (sign == '\\') end++;
            else if (sign == '[') inSet = true;
            else if (sign == ']') inSet = false;
            else if (sign == '/' && !inSet) return end + 1 - _at;
        }
        return null;
    }

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 >= text.Length) plain.Append(text[at]);
            else if (Escape.Match(text, at) is { Success: true } escape && escape.Index == at)
            {
                // A line that goes on is nothing; of the planes beyond the first no path is written.
                var code = escape.Groups["code"].Value.TrimStart('0');
                if (code.Length is > 0 and <= 4) plain.Append((char)Convert.ToInt32(code, 16));
                at += escape.Length - 1;
            }
            else plain.Append(text[++at]);
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"\\(?:x(?<code>[0-9a-fA-F]{2})|u(?<code>[0-9a-fA-F]{4})|u\{(?<code>[0-9a-fA-F]+)\}|\r?\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape { get; }
}
