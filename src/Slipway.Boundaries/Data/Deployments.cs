using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Data;

/// <summary>
/// Files of no unit that say how units run: a compose file, Kubernetes manifests. Each part is its unit's, told by its name or by the folder
/// that it builds from.
/// </summary>
internal sealed partial class Deployments(UnitMap map)
{
    public IEnumerable<(UnitId Unit, DatabaseUse Use)> Find(string file, string text)
    {
        // In a compose file each key below 'services:' begins another unit's part; elsewhere each document does.
        var start = Services.Match(text) is { Success: true } services ? $"{services.Groups["indent"].Value}" : null;
        Unit? owner = null;
        var block = new List<string>();
        var first = 1;
        var number = 0;
        foreach (var line in text.Split('\n').Append("\0"))
        {
            number++;
            if (line is "\0" || (start is not null && Key.Match(line) is { Success: true } key && key.Groups["indent"].Value == start) || line.StartsWith("---", StringComparison.Ordinal))
            {
                foreach (var use in Uses(file, block, first, owner)) yield return use;
                (block, first, owner) = ([], number, null);
            }
            block.Add(line);
            owner ??= OwnerOf(line);
        }
    }

    private static IEnumerable<(UnitId Unit, DatabaseUse Use)> Uses(string file, List<string> block, int first, Unit? owner) => owner is null
        ? []
        : ConnectionText.Find(file, string.Join('\n', block)).Select(use => (owner.Id, use with { Line = use.Line + first - 1 }));

    private Unit? OwnerOf(string line)
    {
        if (Name.Match(line) is { Success: true } name && map.Services.FirstOrDefault(unit => IsCalled(unit, Plain(name.Groups["name"].Value))) is { } named) return named;
        if (Built.Match(line) is not { Success: true } built) return null;
        return RepositoryPath.Resolve("", built.Groups["path"].Value) is { } path ? map.OwnerOf(path) : null;
    }

    // By the unit's own name, or that of one of its programs: Catalog.API is the unit Catalog.
    private static bool IsCalled(Unit unit, string name) => Plain(unit.Name.ToString()) == name || unit.Projects.Any(project => Plain(project.Name) == name);

    // ordering-api, ordering.api and Ordering.API are one name.
    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex("""^services:\s*(?:#.*)?\r?\n(?:\s*(?:#.*)?\r?\n)*(?<indent>[ \t]+)""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Services { get; }

    [GeneratedRegex("""^(?<indent>[ \t]+)["']?[A-Za-z0-9._-]+["']?:\s*(?:#.*)?\r?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Key { get; }

    [GeneratedRegex("""^\s*(?:name:\s*|app:\s*)?["']?(?<name>[A-Za-z][A-Za-z0-9._-]*)["']?:?\s*\r?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }

    [GeneratedRegex("""^\s*(?:context|dockerfile|build):\s*["']?(?<path>[^"'\s#]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Built { get; }
}
