namespace Slipway.Analyzers.Data;

/// <summary>Words of SQL and what they are, found without making a text of a token: this is asked for every word of every statement.</summary>
internal sealed class SqlWords<TKind>
    where TKind : struct, Enum
{
    private readonly Entry[][] _byLength;

    /// <param name="kinds">Each with its words, in small letters, separated by spaces. A word of several kinds is of all of them.</param>
    public SqlWords(params (TKind Kind, string Words)[] kinds)
    {
        var words = kinds.SelectMany(kind => kind.Words.Split(' ').Select(word => (Word: word, kind.Kind)))
            .GroupBy(pair => pair.Word, (word, pairs) => new Entry(word, Together(pairs.Select(pair => pair.Kind))))
            .ToLookup(entry => entry.Word.Length);
        _byLength = [.. Enumerable.Range(0, words.Max(group => group.Key) + 1).Select(length => words[length].ToArray())];
    }

    /// <returns>The default for any other word.</returns>
    public TKind KindOf(in SqlTokens token)
    {
        if (token.Length >= _byLength.Length) return default;
        // A small letter and its capital differ in this bit.
        var first = token.First | ' ';
        foreach (var entry in _byLength[token.Length])
        {
            if (entry.First == first && token.Is(entry.Word)) return entry.Kind;
        }
        return default;
    }

    private static TKind Together(IEnumerable<TKind> kinds) => (TKind)Enum.ToObject(typeof(TKind), kinds.Aggregate(0, (sum, kind) => sum | Convert.ToInt32(kind, null)));

    // The first letter stands beside the word, so that a word that begins with another one is not fetched from memory.
    private readonly struct Entry(string word, TKind kind)
    {
        public char First { get; } = word[0];

        public string Word { get; } = word;

        public TKind Kind { get; } = kind;
    }
}
