using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// The files beside a unit that have a say in it: what its projects import or link, and what tools look for from its folders upwards.
/// Which of the files that MSBuild looks for it found is told by its own evaluation.
/// </summary>
internal static class SharedInputs
{
    private static readonly HashSet<string> Everywhere = new([".editorconfig", PlatformLocator.FileName], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> DotNet = new(
        [
            "Directory.Build.rsp", "global.json", "nuget.config", ".globalconfig",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Node = new(
        [
            "package.json", "package-lock.json", "npm-shrinkwrap.json", ".npmrc", ".nvmrc",
            "tsconfig.json", "tsconfig.base.json", "eslint.config.js", "eslint.config.mjs",
        ],
        StringComparer.OrdinalIgnoreCase);

    // Found by MSBuild from a project upwards, the nearest alone.
    private static readonly HashSet<string> Nearest = new(
        ["Directory.Build.props", "Directory.Build.targets", CentralVersions.FileName], StringComparer.OrdinalIgnoreCase);

    /// <summary>The files with a name that tools look for, by the folder that they lie in.</summary>
    /// <param name="files">All files.</param>
    /// <param name="today">
    /// The files of today, where <paramref name="files"/> are those of another time: what is gone since is in nobody's evaluation, and may
    /// have been read by everybody below.
    /// </param>
    public static ILookup<string, InputFile> Named(ImmutableSortedDictionary<string, InputFile> files, ImmutableSortedDictionary<string, InputFile>? today = null) => files.Values
        .Where(file => NameOf(file.Path) is var name
            && (Everywhere.Contains(name) || DotNet.Contains(name) || Node.Contains(name) || (Nearest.Contains(name) && today?.ContainsKey(file.Path) == false)))
        .ToLookup(file => file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))], StringComparer.Ordinal);

    /// <param name="unit">The unit.</param>
    /// <param name="named">What <see cref="Named"/> found among the files.</param>
    /// <param name="files">All files.</param>
    public static IEnumerable<InputFile> Of(Unit unit, ILookup<string, InputFile> named, ImmutableSortedDictionary<string, InputFile> files)
    {
        var (dotnet, node) = (Uses(unit, Toolchain.DotNet), Uses(unit, Toolchain.Node));
        var found = unit.Folders.SelectMany(FoldersAbove).Distinct(StringComparer.Ordinal).SelectMany(folder => named[folder])
            .Where(file => NameOf(file.Path) is var name
                && (Everywhere.Contains(name) || (dotnet && (DotNet.Contains(name) || Nearest.Contains(name))) || (node && Node.Contains(name))));
        var read = unit.Projects.SelectMany(project => project.Inputs.Concat(project.Imports)).Distinct(StringComparer.Ordinal);
        return found.Concat(read.Where(files.ContainsKey).Select(path => files[path]));
    }

    /// <summary>The folders that hold a path, the nearest first and the root, which is empty, last.</summary>
    public static IEnumerable<string> FoldersAbove(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash >= 0; slash = path.LastIndexOf('/'))
        {
            path = path[..slash];
            yield return path;
        }
        yield return "";
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool Uses(Unit unit, Toolchain toolchain) =>
        unit.Toolchain == toolchain || unit.Projects.Any(project => project.Toolchain == toolchain);
}
