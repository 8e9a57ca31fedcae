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

    /// <summary>The files with a name that tools look for, wherever they lie.</summary>
    public static ImmutableArray<InputFile> Named(ImmutableSortedDictionary<string, InputFile> files) =>
    [
        .. files.Values.Where(file => file.Path[(file.Path.LastIndexOf('/') + 1)..] is var name
            && (Everywhere.Contains(name) || DotNet.Contains(name) || Node.Contains(name))),
    ];

    /// <param name="unit">The unit.</param>
    /// <param name="named">What <see cref="Named"/> found among the files.</param>
    /// <param name="files">All files.</param>
    public static IEnumerable<InputFile> Of(Unit unit, ImmutableArray<InputFile> named, ImmutableSortedDictionary<string, InputFile> files)
    {
        var above = unit.Folders.SelectMany(FoldersAbove).ToHashSet(StringComparer.Ordinal);
        var found = named.Where(file => IsFor(unit, above, file.Path));
        var read = unit.Projects.SelectMany(project => project.Inputs).Distinct(StringComparer.Ordinal);
        return found.Concat(read.Where(files.ContainsKey).Select(path => files[path]));
    }

    private static bool IsFor(Unit unit, HashSet<string> above, string path)
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        return above.Contains(slash < 0 ? "" : path[..slash])
            && (Everywhere.Contains(name)
                || (Uses(unit, Toolchain.DotNet) && DotNet.Contains(name))
                || (Uses(unit, Toolchain.Node) && Node.Contains(name)));
    }

    private static bool Uses(Unit unit, Toolchain toolchain) =>
        unit.Toolchain == toolchain || unit.Projects.Any(project => project.Toolchain == toolchain);

    private static IEnumerable<string> FoldersAbove(string folder)
    {
        for (var slash = folder.LastIndexOf('/'); slash >= 0; slash = folder.LastIndexOf('/'))
        {
            folder = folder[..slash];
            yield return folder;
        }
        yield return "";
    }
}
