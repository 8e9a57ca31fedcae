using System.Text.RegularExpressions;

namespace Slipway.Boundaries.Commands;

/// <summary>The words of a script that could be paths, whatever language it is in: what a path looks like is the same in all of them.</summary>
internal static partial class CommandWords
{
    // Whose lines are longer was not written by hand.
    private const int LongestLine = 4000;

    public static IEnumerable<CommandWord> In(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length <= LongestLine && !Comment.IsMatch(line))
            {
                // join('..', 'billing'): the parts of one path, as well as words of their own. Behind a file no path goes on.
                foreach (Match word in Word.Matches(line).Concat(Word.Matches(Parts.Replace(line, parts => "/".PadLeft(parts.Length, '\u0001'))))) yield return new(Bare(word.Value), start + word.Index);
            }
            start += line.Length + 1;
        }
    }

    /// <summary>Whether a path that goes up comes down again: to a name, or to whatever a pattern finds.</summary>
    public static bool MayReachBelow(string path)
    {
        var trimmed = path.AsSpan().TrimEnd("/\\");
        return path.Contains("..", StringComparison.Ordinal) && (path.Contains('*', StringComparison.Ordinal) || !trimmed.EndsWith(".", StringComparison.Ordinal));
    }

    /// <summary>A path without what only a shell knows: a variable before it, the sign that a tool reads it by, a mark of ours.</summary>
    private static string Bare(string word) => Variable.Replace(word.Replace("\u0001", "", StringComparison.Ordinal).TrimStart('@'), "");

    [GeneratedRegex("""[^\s"'`;&|<>=(),\[\]:]*[/\\][^\s"'`;&|<>=(),\[\]:]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }

    [GeneratedRegex("""(?<!\.\w{1,5})["']\s*,\s*["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Parts { get; }

    // Comments; and imports, which have a rule of their own.
    [GeneratedRegex("""^\s*(?:#(?!!)|//|::|--\s|rem\s|import\b|from\s+\S+\s+import\b|export\b.*\bfrom\b)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comment { get; }

    // $ROOT/x, ${ROOT}/x, $(dirname "$0")/x once its brackets and quotes are gone, %~dp0x, $PSScriptRoot\x
    [GeneratedRegex("""^(?:\$\{?\w*\}?[/\\]|%~?\w+%?[/\\]?|[/\\]+(?=\.\.))""", RegexOptions.CultureInvariant)]
    private static partial Regex Variable { get; }
}
