using System.Collections.Immutable;

namespace Slipway.Migrations.Sources;

/// <summary>
/// Splits a text of SQL where PostgreSQL's own client would: at semicolons that are not inside of quotes, comments, brackets or the body of a function.
/// What the statements mean is nothing to it.
/// </summary>
internal sealed class SqlSplitter
{
    private readonly string _text;
    private readonly ImmutableArray<SqlStatement>.Builder _statements = ImmutableArray.CreateBuilder<SqlStatement>();
    private int _at;
    private int _begin = -1;
    private int _brackets;
    private int _atomic;

    private SqlSplitter(string text) => _text = text;

    public static ImmutableArray<SqlStatement> Split(string text)
    {
        var splitter = new SqlSplitter(text);
        while (splitter._at < text.Length) splitter.Step();
        splitter.End(terminated: false);
        return splitter._statements.ToImmutable();
    }

    private void Step()
    {
        var letter = _text[_at];
        if (Follows("--")) _at = After("\n", _at);
        else if (Follows("/*")) SkipComment();
        else if (letter == '\'') SkipQuoted('\'', escapes: _at > 0 && _text[_at - 1] is 'e' or 'E');
        else if (letter == '"') SkipQuoted('"', escapes: false);
        else if (letter == '$' && DollarTag() is { } tag) Take(After(tag, _at + tag.Length));
        else if (letter == ';' && _brackets <= 0 && _atomic == 0) End(terminated: true);
        else if (char.IsLetter(letter) || letter == '_') SkipWord();
        else
        {
            _brackets += letter switch { '(' => 1, ')' => -1, _ => 0 };
            Take(_at + 1, isBlank: char.IsWhiteSpace(letter));
        }
    }

    // BEGIN ATOMIC … END is the body of a function in SQL's own syntax, with semicolons of its own; CASE ends with END, too.
    private void SkipWord()
    {
        var end = _at;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '$')) end++;
        var word = _text.AsSpan(_at, end - _at);
        if (_atomic == 0 && word.Equals("atomic", StringComparison.OrdinalIgnoreCase) && PrecedingWordIsBegin()) _atomic = 1;
        else if (_atomic > 0 && word.Equals("case", StringComparison.OrdinalIgnoreCase)) _atomic++;
        else if (_atomic > 0 && word.Equals("end", StringComparison.OrdinalIgnoreCase)) _atomic--;
        // The letter before a quote says how to read it.
        Take(end);
    }

    private bool PrecedingWordIsBegin() => _begin >= 0 && _text[_begin.._at].TrimEnd().EndsWith("begin", StringComparison.OrdinalIgnoreCase);

    private void SkipComment()
    {
        var depth = 0;
        do
        {
            if (Follows("/*")) (depth, _at) = (depth + 1, _at + 2);
            else if (Follows("*/")) (depth, _at) = (depth - 1, _at + 2);
            else _at++;
        }
        while (depth > 0 && _at < _text.Length);
    }

    private void SkipQuoted(char quote, bool escapes)
    {
        var end = _at + 1;
        while (end < _text.Length && _text[end] != quote) end += escapes && _text[end] == '\\' ? 2 : 1;
        Take(Math.Min(end + 1, _text.Length));
    }

    private string? DollarTag()
    {
        var end = _at + 1;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_')) end++;
        return end < _text.Length && _text[end] == '$' && !(end > _at + 1 && char.IsDigit(_text[_at + 1])) ? _text[_at..(end + 1)] : null;
    }

    private int After(string what, int from) => _text.IndexOf(what, from, StringComparison.Ordinal) is >= 0 and var found ? found + what.Length : _text.Length;

    private bool Follows(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;

    private void Take(int end, bool isBlank = false)
    {
        if (_begin < 0 && !isBlank) _begin = _at;
        _at = end;
    }

    private void End(bool terminated)
    {
        if (_begin >= 0) _statements.Add(new(_text[_begin..Math.Min(_at, _text.Length)].TrimEnd(), _text.AsSpan(0, _begin).Count('\n') + 1, terminated));
        (_begin, _brackets, _atomic) = (-1, 0, 0);
        _at++;
    }
}
