using System.Text.RegularExpressions;

namespace Slipway.Boundaries.Scripts;

/// <summary>What a compiler reads in comments all the same: references to files and types, and the imports of JSDoc.</summary>
internal static partial class ScriptComments
{
    /// <param name="text">The script.</param>
    /// <param name="start">Where a comment begins.</param>
    /// <param name="end">Where it ends.</param>
    public static IEnumerable<ScriptToken> In(string text, int start, int end)
    {
        var comment = text[start..end];
        var pattern = comment.StartsWith("///", StringComparison.Ordinal) ? Reference : comment.StartsWith("/**", StringComparison.Ordinal) ? Import : null;
        if (pattern is null) yield break;
        foreach (Match match in pattern.Matches(comment))
        {
            var module = match.Groups["module"];
            // A path counts from the file, also where no dot says so.
            var isFile = match.Groups["path"].Success && !module.Value.StartsWith('.');
            yield return new(ScriptTokenKind.Reference, isFile ? "./" + module.Value : module.Value, start + module.Index);
        }
    }

    [GeneratedRegex("""^///\s*<reference\s[^>]*\b(?:(?<path>path)|types)\s*=\s*["'](?<module>[^"']+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Reference { get; }

    [GeneratedRegex("""(?:\{[^{}\n]*\bimport\(\s*|@import\b[^'"@]*?\bfrom\s*)["'](?<module>[^"'\n]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Import { get; }
}
