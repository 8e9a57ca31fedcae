using Slipway.Model.Units;

namespace Slipway.Workspace.Fingerprints;

/// <summary>What of a unit is documentation: it ships by git and starts no stage.</summary>
internal static class Documents
{
    public static bool Hold(string path, Unit unit)
    {
        foreach (var folder in unit.Folders)
        {
            if (!path.StartsWith(folder + "/", StringComparison.Ordinal)) continue;
            var rest = path[(folder.Length + 1)..];
            if (rest.StartsWith("docs/", StringComparison.OrdinalIgnoreCase)) return true;
            if (!rest.Contains('/', StringComparison.Ordinal) && rest.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
