namespace Slipway.Analyzers.Data;

/// <summary>
/// The names, texts and marks of SQL, one after another: comments, numbers and operators are passed over. By hand and without a list, because it
/// runs over every text of a project that begins like SQL.
/// </summary>
internal struct SqlTokens(string text)
{
    private int _next = 0;
    private int _start = 0;

    /// <summary>Stands where something is put in at run time: a name that holds it is not known.</summary>
    public const char PutIn = '\uE000';

    /// <summary>One of <c>( ) , ;</c>, <c>'</c> and <c>$</c> for a text in quotes or dollars, or <c>\0</c> where a name was read.</summary>
    public char Mark { get; private set; } = '\0';

    /// <summary>The name that was read, with its dots and quotes.</summary>
    public readonly string Name => text.Substring(_start, Length);

    /// <summary>Where it begins.</summary>
    public readonly int Start => _start;

    /// <summary>Where what a text in quotes or dollars says begins.</summary>
    public readonly int InnerStart => text.IndexOf(Mark, _start + 1) is var close && Mark == '$' ? close + 1 : _start + 1;

    /// <summary>What a text in quotes or dollars says.</summary>
    public readonly string Inner => text.Substring(InnerStart, Length - (2 * (InnerStart - _start)));

    /// <summary>What stands directly before it; <c>\0</c> at the beginning.</summary>
    public readonly char Before => _start == 0 ? '\0' : text[_start - 1];

    /// <summary>What stands after it and after space; <c>\0</c> at the end.</summary>
    public readonly char After => EndOfSpace(_next) is var at && at < text.Length ? text[at] : '\0';

    /// <summary>Its first character.</summary>
    public readonly char First => text[_start];

    /// <summary>Whether its first letter is large and its second small, as at the beginning of a sentence.</summary>
    public readonly bool IsCapitalized => Length > 1 && char.IsUpper(text[_start]) && char.IsLower(text[_start + 1]);

    /// <summary>How long that name is.</summary>
    public readonly int Length => _next - _start;

    /// <summary>Whether that name has more than one part.</summary>
    public readonly bool HasDot => text.IndexOf('.', _start, Length) >= 0;

    /// <summary>Whether it reaches to the end of the text.</summary>
    public readonly bool IsLast => _next == text.Length;

    /// <summary>Whether that name is a word of SQL, in any letters.</summary>
    public readonly bool Is(string word) => Length == word.Length && string.Compare(text, _start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Whether a name without quotes may go on with it.</summary>
    public static bool IsInName(char letter) => letter is '_' or '$' or PutIn || char.IsLetter(letter) || char.IsNumber(letter);

    /// <summary>Whether a name may begin with it, in quotes or without.</summary>
    public static bool BeginsName(char letter) => letter is '_' or '"' or '[' or '`' or PutIn || char.IsLetter(letter);

    /// <summary>Goes on to the next name or mark; false at the end.</summary>
    public bool Read()
    {
        while (_next < text.Length)
        {
            _start = _next;
            if (text[_next] is '(' or ')' or ',' or ';')
            {
                Mark = text[_next++];
                return true;
            }
            if (EndOfName(_next) is var name && name > _next)
            {
                Mark = '\0';
                _next = name;
                return true;
            }
            _next = EndOfPassedOver(_next);
            if (text[_start] is '\'' or '$' && _next > _start + 1)
            {
                Mark = text[_start];
                return true;
            }
        }
        return false;
    }

    /// <summary>Goes on by one; false where that is no name.</summary>
    public bool NextName() => Read() && Mark == '\0';

    /// <summary>Goes on by one; false where that is not this word.</summary>
    public bool NextIs(string word) => NextName() && Is(word);

    /// <summary>Goes on by one; false where that is no name of more than one part.</summary>
    public bool NextHasDot() => NextName() && HasDot;

    /// <summary>Goes on to the first of these words; false, and at the end, where there is none.</summary>
    public bool Holds(params string[] words)
    {
        while (Read())
        {
            if (Mark != '\0') continue;
            foreach (var word in words)
            {
                if (Is(word)) return true;
            }
        }
        return false;
    }

    private readonly int EndOfName(int at)
    {
        var end = EndOfPart(at);
        if (end == at) return at;
        while (true)
        {
            var dot = EndOfSpace(end);
            if (dot >= text.Length || text[dot] != '.') return end;
            var part = EndOfSpace(dot + 1);
            // database..table: the schema that nobody names.
            if (part < text.Length && text[part] == '.') part = EndOfSpace(part + 1);
            var next = part < text.Length && text[part] == '*' ? part + 1 : EndOfPart(part);
            if (next == part) return end;
            end = next;
        }
    }

    private readonly int EndOfPart(int at)
    {
        if (at >= text.Length) return at;
        switch (text[at])
        {
            case '"' or '[' or '`':
                var close = text.IndexOf(text[at] == '[' ? ']' : text[at], at + 1);
                return close > at + 1 ? close + 1 : at;
            case var first when first is '_' or PutIn || char.IsLetter(first):
                do at++; while (at < text.Length && IsInName(text[at]));
                return at;
            default:
                return at;
        }
    }

    // A comment is space.
    private readonly int EndOfSpace(int at)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else if (text[at] is '-' or '/' && EndOfPassedOver(at) is var end && end > at + 1) at = end;
            else break;
        }
        return at;
    }

    // What is not ended ends nothing: only its first character is passed over.
    private readonly int EndOfPassedOver(int at) => text[at] switch
    {
        '-' when Follows(at, '-') => EndAfter("\n", at + 2, orElse: text.Length),
        '/' when Follows(at, '*') => EndAfter("*/", at + 2, orElse: at + 1),
        '\'' => EndAfter("'", at + 1, orElse: at + 1),
        '$' => EndOfDollarQuoted(at),
        _ => at + 1,
    };

    private readonly bool Follows(int at, char second) => at + 1 < text.Length && text[at + 1] == second;

    private readonly int EndAfter(string close, int from, int orElse) => text.IndexOf(close, from, StringComparison.Ordinal) is var found && found < 0 ? orElse : found + close.Length;

    private readonly int EndOfDollarQuoted(int at)
    {
        var end = at + 1;
        while (end < text.Length && (text[end] == '_' || char.IsLetterOrDigit(text[end]))) end++;
        return end < text.Length && text[end] == '$' ? EndAfter(text.Substring(at, end + 1 - at), end + 1, orElse: at + 1) : at + 1;
    }
}
