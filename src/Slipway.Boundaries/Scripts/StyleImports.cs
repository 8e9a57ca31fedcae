using System.Text.RegularExpressions;

namespace Slipway.Boundaries.Scripts;

/// <summary>What a stylesheet names: other sheets, and files by <c>url()</c>.</summary>
internal static partial class StyleImports
{
    public static IEnumerable<ModuleImport> In(string text) => Named.Matches(Comment.Replace(text, comment => new string(' ', comment.Length)))
        .Select(match => match.Groups["path"])
        .Where(path => !path.Value.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !path.Value.Contains("://", StringComparison.Ordinal))
        .Select(path => new ModuleImport(path.Value.TrimStart('~'), path.Index));

    [GeneratedRegex("""(?:@(?:import|use|forward|reference|plugin|source|config)\s+(?:\([^)]*\)\s*)?(?:url\(\s*)?["']?|\burl\(\s*["']?|\bcomposes:[^;]*?\bfrom\s+["'])(?<path>[^"')\s;]+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"/\*.*?\*/|(?<![:\w])//[^\n]*", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment { get; }
}
