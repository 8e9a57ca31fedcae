namespace Slipway.Security.Secrets;

/// <summary>Tells line and column of a place in a text. It is built only for texts in which something was found.</summary>
internal sealed class TextLines
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public TextLines(string text)
    {
        _text = text;
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', end + 1)) _starts.Add(end + 1);
    }

    /// <summary>Both counted from 1.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _starts[line] + 1);
    }

    /// <param name="number">Counted from 1; an empty line where there is none.</param>
    public string this[int number]
    {
        get
        {
            if (number < 1 || number > _starts.Count) return "";
            var end = number < _starts.Count ? _starts[number] : _text.Length;
            return _text[_starts[number - 1]..end].TrimEnd('\r', '\n');
        }
    }
}
