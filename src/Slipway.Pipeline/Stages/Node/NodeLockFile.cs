using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Node;

/// <summary>The folder whose <c>package-lock.json</c> governs a unit: its own, or the workspace root above it.</summary>
internal static class NodeLockFile
{
    public const string Name = "package-lock.json";

    /// <summary>Where it lies, absolute; null where there is none.</summary>
    public static string? FolderOf(StageContext context) => FolderOf(context.Run, context.Unit);

    /// <summary>Where it lies, or where npm would write it.</summary>
    public static string PlaceOf(RunContext run, Unit unit) =>
        FolderOf(run, unit) ?? FoldersAbove(run, unit).FirstOrDefault(HoldsWorkspaces) ?? FoldersAbove(run, unit).First();

    /// <summary>The file in a folder, relative to the platform's root.</summary>
    public static string In(RunContext run, string folder) => run.Relative(Path.Combine(folder, Name));

    /// <summary>All of the platform, also those that are not there yet, relative to its root.</summary>
    public static ImmutableArray<string> All(RunContext run) =>
        [.. run.Platform.Units.Where(unit => unit.Toolchain == Toolchain.Node).Select(unit => In(run, PlaceOf(run, unit))).Distinct(StringComparer.Ordinal)];

    private static string? FolderOf(RunContext run, Unit unit) =>
        FoldersAbove(run, unit).FirstOrDefault(folder => File.Exists(Path.Combine(folder, Name)));

    // From the unit's own folder up to the platform's root.
    private static IEnumerable<string> FoldersAbove(RunContext run, Unit unit)
    {
        for (var folder = new DirectoryInfo(Path.Combine(run.Platform.Root, unit.Root)); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
            if (string.Equals(folder.FullName, run.Platform.Root, StringComparison.Ordinal)) yield break;
        }
    }

    private static bool HoldsWorkspaces(string folder)
    {
        var manifest = Path.Combine(folder, "package.json");
        if (!File.Exists(manifest)) return false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("workspaces", out _);
        }
        catch (JsonException)
        {
            // npm will say what is wrong with it.
            return false;
        }
    }
}
