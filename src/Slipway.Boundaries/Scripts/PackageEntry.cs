using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scripts;

/// <summary>What of a package may be imported: its entry, and what its <c>exports</c> name.</summary>
internal static class PackageEntry
{
    public static bool Opens(UnitInventory reader, Project package, string below)
    {
        if (below.Length == 0 || below == "package.json") return true;
        if (reader.Text(package.Path) is not { } text) return true;
        var ways = JsonText.Leaves(text).Where(leaf => leaf.IsBelow("exports") && leaf.Way.Length > 1).Select(leaf => leaf.Way[1]).Where(key => key.StartsWith('.')).ToHashSet(StringComparer.Ordinal);
        return ways.Any(way => Fits(way, $"./{below}"));
    }

    private static bool Fits(string way, string path) => way.IndexOf('*', StringComparison.Ordinal) is var star and >= 0
        ? path.StartsWith(way[..star], StringComparison.Ordinal) && path.EndsWith(way[(star + 1)..], StringComparison.Ordinal)
        : way == path;
}
