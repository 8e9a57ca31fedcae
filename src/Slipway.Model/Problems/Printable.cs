using System.Globalization;
using System.Text;

namespace Slipway.Model.Problems;

/// <summary>
/// Foreign text, fit to be shown to a person. A release, a registry or a tool may write what moves the cursor, clears the screen, begins a
/// line of its own or turns letters round: here that becomes visible as <c>\u001b</c>, and does nothing.
/// </summary>
public static class Printable
{
    /// <summary>For a place in a line: line breaks become visible too.</summary>
    public static string Of(string text) => Escaped(text, isKept: static _ => false);

    /// <summary>For text that may have lines: breaks and tabs stay.</summary>
    public static string Lines(string text) => Escaped(text.Replace("\r\n", "\n", StringComparison.Ordinal), isKept: static rune => rune.Value is '\n' or '\t');

    /// <summary>The problem with every word of it fit for a place in a line.</summary>
    public static Problem Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem with
        {
            Message = Of(problem.Message),
            File = problem.File is { } file ? Of(file) : null,
            Mend = problem.Mend is { } mend ? Of(mend) : null,
        };
    }

    private static string Escaped(string text, Func<Rune, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? shown = null;
        for (var index = 0; index < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, index, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            var isShown = isWhole && (isKept(rune) || !IsUnseen(rune));
            if (!isShown) shown ??= new StringBuilder(text, 0, index, text.Length + 16);
            if (isShown) shown?.Append(text, index, length);
            else shown!.Append(CultureInfo.InvariantCulture, $"\\u{(isWhole ? rune.Value : text[index]):x4}");
            index += length;
        }
        return shown?.ToString() ?? text;
    }

    // Format holds what turns the direction of text, and what takes no room at all.
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
