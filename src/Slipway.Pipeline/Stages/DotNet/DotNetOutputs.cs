using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Units;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>What a compile leaves for a unit, as far as it is of use on another machine: <c>bin</c>, and <c>obj</c> without MSBuild's notes.</summary>
internal static class DotNetOutputs
{
    // Notes from MSBuild to itself: lists of absolute paths, digests over them, answers of the last restore. The next build writes them anew,
    // and since they are missing, compiles whatever it is asked to compile.
    private static readonly ImmutableHashSet<string> Notes = [".cache", ".txt", ".editorconfig", ".up2date", ".nuspec", ".binlog", ".sarif", ".facts"];

    // As the web SDK calls such notes on the files that are sent to browsers.
    private const string WebNotes = ".cache.json";

    private static readonly ImmutableHashSet<string> Compiled = [".dll", ".exe", ".pdb", ".winmd"];

    public static StageOutputs Of(StageContext context) => new()
    {
        Folders = [.. context.Unit.DotNetProjects.SelectMany(project => FoldersOf(context, project))],
        Files = () => [.. context.Unit.DotNetProjects.SelectMany(project => FilesOf(context, project))],
        Missing = (compiled, demand) =>
        [
            .. context.Unit.DotNetProjects
                .Where(project => demand.Projects.Contains(project.Path) && !DotNetOutput.IsInPlace(context, project, compiled))
                .SelectMany(project => FoldersOf(context, project)),
        ],
        // The cache keeps a unit's own. What it links of units that the run leaves out is there as the compile left it, or is compiled again.
        HasToRun = (compiled, demand) => context.Unit.DotNetProjects.Any(project => demand.Projects.Contains(project.Path))
            && DotNetOutput.Linked(context).Any(project => !IsPlanned(context, project, demand) && !DotNetOutput.IsInPlace(context, project, compiled)),
    };

    private static bool IsPlanned(StageContext context, Project project, Demand demand) =>
        context.Run.Platform.Units.Any(unit => demand.Planned.Contains(unit.Id) && unit.DotNetProjects.Contains(project));

    private static ImmutableArray<string> FoldersOf(StageContext context, Project project) => [Bin(context, project), Obj(context, project)];

    private static string Bin(StageContext context, Project project) => Folder(context, project, "bin");

    private static string Obj(StageContext context, Project project) => Folder(context, project, "obj");

    private static string Folder(StageContext context, Project project, string kind) =>
        $"{project.Folder}/{kind}/{context.Run.Platform.Settings.Configuration}/{project.TargetFramework}".TrimStart('/').TrimEnd('/');

    private static IEnumerable<CacheOutput> FilesOf(StageContext context, Project project)
    {
        var own = context.Run.Platform.Units.SelectMany(unit => unit.DotNetProjects).Select(other => other.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // What somebody published or measured there by hand is not the compiler's.
        var bin = FileTree.Files(context.Absolute(Bin(context, project)), folder => folder is not ("publish" or "TestResults"))
            .Select(file => (Folder: Bin(context, project), File: file));
        var obj = FileTree.Files(context.Absolute(Obj(context, project))).Where(file => !IsNote(file))
            .Select(file => (Folder: Obj(context, project), File: file));
        return bin.Concat(obj).Select(pair => new CacheOutput($"{pair.Folder}/{pair.File}", Content: ContentOf(Path.GetFileName(pair.File), own)));
    }

    private static bool IsNote(string file) =>
        Notes.Contains(Path.GetExtension(file).ToLowerInvariant()) || file.EndsWith(WebNotes, StringComparison.OrdinalIgnoreCase);

    private static OutputContent ContentOf(string name, HashSet<string> own) =>
        // An assembly of a package names at most the folders of whoever built it.
        Compiled.Contains(Path.GetExtension(name).ToLowerInvariant()) && !own.Contains(Path.GetFileNameWithoutExtension(name)) ? OutputContent.Plain
        // Where the files of a web project lie, for the server and for tests that run from bin.
        : name is "MvcTestingAppManifest.json" || (name.Contains("staticwebassets", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.Ordinal)) ? OutputContent.Document
        : OutputContent.Portable;
}
