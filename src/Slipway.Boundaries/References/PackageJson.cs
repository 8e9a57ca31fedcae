using System.Text.RegularExpressions;

namespace Slipway.Boundaries.References;

/// <summary>Finds a dependency in a <c>package.json</c>.</summary>
internal static class PackageJson
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <param name="path">The file.</param>
    /// <param name="packages">Names of the packages that are looked for.</param>
    /// <returns>The place of the dependency's key, counted from 1; null when it names none of them.</returns>
    public static (int Line, int Column)? Find(string path, IEnumerable<string> packages)
    {
        if (!File.Exists(path)) return null;
        var names = string.Join('|', packages.Select(Regex.Escape));
        if (names.Length == 0) return null;
        var key = new Regex($"\"(?:{names})\"(?=\\s*:)", RegexOptions.CultureInvariant, Limit);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (key.Match(line) is { Success: true } found) return (number, found.Index + 1);
        }
        return null;
    }
}
