using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;

namespace Slipway.Boundaries.Scripts;

/// <summary>The scripts and styles of a unit, and what they import.</summary>
internal static partial class ScriptFiles
{
    private static readonly string[] Scripts = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
    private static readonly string[] Pages = [".vue", ".svelte", ".astro", ".html", ".htm"];
    private static readonly string[] Styles = [".css", ".scss", ".sass", ".less"];

    // What libraries bring along, already bundled, is nobody's source.
    private static readonly string[] Bundled = [".min.js", ".bundle.js", ".min.css"];

    public static IEnumerable<ListedFile> Of(UnitInventory unit) => unit.Ending([.. Scripts, .. Pages, .. Styles])
        .Where(file => !file.EndsWith(Bundled) && !file.Path.Contains("/wwwroot/lib/", StringComparison.OrdinalIgnoreCase) && !file.Path.Contains("/node_modules/", StringComparison.Ordinal));

    public static IReadOnlyList<ScriptToken> Tokens(ListedFile file, string text) => file.EndsWith(Styles) ? []
        : ScriptTokens.Of(file.EndsWith(Pages) ? OnlyScripts(text) : text, jsx: !file.EndsWith(".ts", ".mts", ".cts"));

    public static IEnumerable<ModuleImport> Imports(ListedFile file, string text) =>
        file.EndsWith(Styles) ? StyleImports.In(text)
        : file.EndsWith(Pages) ? ModuleImports.In(Tokens(file, text)).Concat(StyleImports.In(OnlyStyles(text)))
        : ModuleImports.In(Tokens(file, text));

    // The rest becomes blanks, so that places stay as they are.
    private static string OnlyScripts(string text) => Only(text, Script.Matches(text).Concat(Fence.Matches(text)));

    private static string OnlyStyles(string text) => Only(text, Style.Matches(text));

    private static string Only(string text, IEnumerable<Match> parts)
    {
        var blank = new char[text.Length];
        for (var at = 0; at < text.Length; at++) blank[at] = text[at] == '\n' ? '\n' : ' ';
        foreach (var part in parts.Select(match => match.Groups[1])) text.CopyTo(part.Index, blank, part.Index, part.Length);
        return new(blank);
    }

    [GeneratedRegex("<script[^>]*>(.*?)</script", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Script { get; }

    [GeneratedRegex("<style[^>]*>(.*?)</style", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Style { get; }

    [GeneratedRegex(@"\A\s*---\r?\n(.*?)\n---", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence { get; }
}
