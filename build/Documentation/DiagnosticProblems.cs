using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Model.Problems;

namespace Slipway.Build.Documentation;

/// <summary>Holds codes and pages together: a rule has a page that somebody wrote, and no page outlives its code.</summary>
internal static partial class DiagnosticProblems
{
    public static IEnumerable<Problem> Of(ImmutableArray<DocumentedCode> codes)
    {
        foreach (var code in codes)
        {
            var path = Path.Combine(Reference.Folder, code.Page);
            if (!File.Exists(path))
            {
                if (code.IsRule) yield return CodeReader.Undocumented(path, $"The rule {code.Id} has no page; write what, why and how to mend it.");
            }
            else if (!File.ReadLines(path).First().StartsWith($"# {code.Id}: ", StringComparison.Ordinal))
            {
                yield return CodeReader.Undocumented(path, $"The page does not begin with '# {code.Id}: '.");
            }
        }
        var known = codes.Select(code => code.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Reference.Folder, "diagnostics"), "*.md").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            if (Shape.IsMatch(id) && !known.Contains(id)) yield return CodeReader.Undocumented(file, $"The page is about {id}, which no code says; delete it, or bring the code back.");
        }
    }

    [GeneratedRegex(@"\A(?:SL[PW]\d{4}|MIG\d{3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }
}
