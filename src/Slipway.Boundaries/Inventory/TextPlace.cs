namespace Slipway.Boundaries.Inventory;

/// <summary>Line and column of an offset in a text, both counted from 1.</summary>
internal static class TextPlace
{
    public static (int Line, int Column) Of(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
