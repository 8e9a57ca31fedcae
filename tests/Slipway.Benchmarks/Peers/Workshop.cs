using System.Collections.Immutable;
using Slipway.Benchmarks.Platforms;

namespace Slipway.Benchmarks.Peers;

/// <summary>
/// Where the tools work: each on a tree of its own with the same bytes, so that none undoes what another has built, and the peers'
/// packages in a folder beside them.
/// </summary>
internal sealed class Workshop(string folder, SyntheticPlatform platform, string repository, Runner runner)
{
    private readonly HashSet<string> _filled = [];

    public SyntheticPlatform Platform { get; } = platform;

    public Runner Runner { get; } = runner;

    /// <summary>Slipway's own repository, with its launcher.</summary>
    public string Repository { get; } = repository;

    public string Packages => Path.Combine(folder, "tools", "node_modules");

    /// <summary>Slipway's; the peers keep theirs in their trees.</summary>
    public string Cache => Path.Combine(folder, $"n{Platform.Services}", "cache");

    public string Tree(string tool) => Path.Combine(folder, $"n{Platform.Services}", tool);

    /// <summary>A tool's tree, as it is committed.</summary>
    public async Task<string> TreeAsync(string tool)
    {
        var tree = Tree(tool);
        if (!Directory.Exists(tree)) await PlatformWriter.WriteAsync(Platform, tree);
        await PlatformWriter.GitAsync(tree, "checkout", "--quiet", "--force", "main");
        if (tool == "nx" && !Path.Exists(Path.Combine(tree, "node_modules")))
            Directory.CreateSymbolicLink(Path.Combine(tree, "node_modules"), Packages);
        return tree;
    }

    /// <summary>Builds and tests everything once with a tool, unless this has been done: its caches are full then.</summary>
    public async Task FillAsync(Tool tool, ImmutableArray<Command> everything)
    {
        if (!_filled.Add(tool.Name + everything[^1])) return;
        await tool.ReadyAsync();
        foreach (var command in everything) await Runner.RunAsync(command);
        // Once more: what the first run writes beside its outputs is settled then.
        await Runner.RunAsync(everything[^1]);
    }

    /// <summary>Changes one line of a unit's source to a text that no tree has held before.</summary>
    public static async Task ChangeAsync(string tree, SyntheticUnit unit)
    {
        var path = Path.Combine(tree, unit.Source);
        var lines = (await File.ReadAllTextAsync(path)).Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("Revision", StringComparison.Ordinal));
        lines[line] = $"    public const string Revision = \"{Guid.NewGuid():N}\";";
        await File.WriteAllTextAsync(path, string.Join('\n', lines));
    }

    /// <summary>Deletes every <c>bin</c> and <c>obj</c> of the units, and Slipway's <c>artifacts</c> but for its host, which is the tool itself.</summary>
    public void Wipe(string tree)
    {
        foreach (var project in Platform.Units.SelectMany(unit => new[] { unit.Project, unit.TestProject }))
        {
            foreach (var output in (string[])["bin", "obj"])
            {
                var path = Path.Combine(tree, Path.GetDirectoryName(project)!, output);
                if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            }
        }
        var artifacts = new DirectoryInfo(Path.Combine(tree, "artifacts"));
        if (!artifacts.Exists) return;
        foreach (var folder in artifacts.EnumerateDirectories().Where(folder => folder.Name != "host")) folder.Delete(recursive: true);
    }
}
