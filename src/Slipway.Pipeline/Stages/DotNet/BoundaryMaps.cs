using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// The maps of all units, each where its unit's folders are: <c>boundaries/services/catalog/slipway.map</c>. The targets of
/// <c>Slipway.Analyzers</c> take the nearest one upwards, so a new unit is a new file and changes no other.
/// </summary>
internal static class BoundaryMaps
{
    private const string FileName = "slipway.map";

    /// <summary>Writes what has changed.</summary>
    /// <returns>Arguments for MSBuild.</returns>
    public static ImmutableArray<string> Properties(RunContext run)
    {
        var root = Path.Combine(run.Paths.Work, "boundaries");
        var today = DateOnly.FromDateTime(run.Time.GetUtcNow().UtcDateTime);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in run.Platform.Units)
        {
            var text = BoundaryMap.Of(run.Platform, unit, today);
            foreach (var folder in unit.Folders)
            {
                var path = Path.GetFullPath(Path.Combine(root, folder, FileName));
                written.Add(path);
                if (File.Exists(path) && File.ReadAllText(path) == text) continue;
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.WriteAllText(path, text);
            }
        }
        // The map of a unit that is gone would claim its folder for ever.
        if (Directory.Exists(root))
            foreach (var path in Directory.EnumerateFiles(root, FileName, SearchOption.AllDirectories).Where(path => !written.Contains(Path.GetFullPath(path)))) File.Delete(path);
        return [MSBuildProperty.Argument("SlipwayMaps", root)];
    }
}
