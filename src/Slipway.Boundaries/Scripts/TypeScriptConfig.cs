using Slipway.Boundaries.Inventory;

namespace Slipway.Boundaries.Scripts;

/// <summary>The aliases that a <c>tsconfig.json</c> gives, its own and those of what it extends.</summary>
internal sealed class TypeScriptConfig
{
    private readonly List<(string Pattern, string Target, string File)> _aliases = [];

    /// <param name="unit">Reads files.</param>
    /// <param name="path">The configuration nearest to the importing file.</param>
    public static TypeScriptConfig Read(UnitInventory unit, string path)
    {
        var config = new TypeScriptConfig();
        var pending = new Queue<string>([path]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryDequeue(out var next) && seen.Count < 16)
        {
            if (!seen.Add(next) || unit.Text(next) is not { } text) continue;
            var folder = FolderOf(next);
            var leaves = JsonText.Leaves(text);
            var start = leaves.FirstOrDefault(leaf => leaf.IsBelow("compilerOptions", "baseUrl"))?.Value ?? ".";
            foreach (var leaf in leaves.Where(leaf => leaf.IsBelow("compilerOptions", "paths") && leaf.Way.Length == 3 || leaf.IsBelow("compilerOptions", "paths")))
            {
                if (RepositoryPath.Resolve(folder, $"{start}/{RepositoryPath.WithoutPattern(leaf.Value)}") is { } target) config._aliases.Add((leaf.Way[^1], target, next));
            }
            foreach (var extended in leaves.Where(leaf => leaf.IsBelow("extends") && leaf.Value.StartsWith('.')))
            {
                if (RepositoryPath.Resolve(folder, extended.Value) is { } file) pending.Enqueue(file.EndsWith(".json", StringComparison.Ordinal) ? file : file + ".json");
            }
        }
        return config;
    }

    /// <summary>Where an import by alias leads, and the configuration that says so.</summary>
    public (string Path, string File)? Resolve(string specifier)
    {
        foreach (var (pattern, target, file) in _aliases)
        {
            var star = pattern.IndexOf('*', StringComparison.Ordinal);
            if (star < 0 ? specifier == pattern : specifier.StartsWith(pattern[..star], StringComparison.Ordinal) && specifier.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal))
                return (target, file);
        }
        return null;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
