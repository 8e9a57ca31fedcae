using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// What the analyzers cannot know by themselves: where units lie in a layout of another kind than the convention, and which edges are
/// allowed today. Written only where there is something to say, so that an ordinary platform compiles as it does in an editor.
/// </summary>
internal static class BoundaryMap
{
    public static ImmutableArray<string> Properties(RunContext run) =>
    [
        .. Property(run, "SlipwayUnitMap", "slipway.units", Folders(run)),
        .. Property(run, "SlipwayAllowedEdges", "slipway.allowed-edges", Edges(run)),
    ];

    private static IEnumerable<string> Folders(RunContext run)
    {
        var units = run.Platform.Units;
        if (units.All(unit => unit.Folders.All(folder => string.Equals(folder, unit.Id.ToString(), StringComparison.OrdinalIgnoreCase)))) return [];
        // The last line that holds a project wins, so inner folders come after outer ones.
        return units.SelectMany(unit => unit.Folders.Select(folder => (folder, unit.Id)))
            .OrderBy(pair => pair.folder.Length)
            .Select(pair => $"{pair.folder}={pair.Id}");
    }

    private static IEnumerable<string> Edges(RunContext run)
    {
        var today = DateOnly.FromDateTime(run.Time.GetUtcNow().UtcDateTime);
        return
            from unit in run.Platform.Units
            from edge in unit.AllowedEdges
            where edge.Until >= today && run.Platform.TryGet(edge.To, out _)
            let to = run.Platform.Units.First(other => other.Name == edge.To)
            select $"{unit.Id} -> {to.Id}";
    }

    private static IEnumerable<string> Property(RunContext run, string name, string file, IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Select(line => line + "\n"));
        if (text is "") return [];
        var path = Path.Combine(run.Paths.Work, file);
        if (!File.Exists(path) || File.ReadAllText(path) != text) AtomicFile.WriteAllText(path, text);
        return [MSBuildProperty.Argument(name, path)];
    }
}
