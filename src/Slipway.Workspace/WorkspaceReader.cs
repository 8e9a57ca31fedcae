using Slipway.Machine.Yaml;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Workspace.Configuration;
using Slipway.Workspace.Discovery;
using Slipway.Workspace.DotNet;
using Slipway.Workspace.DotNet.Kept;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Graph;

namespace Slipway.Workspace;

/// <summary>Reads a repository into a <see cref="Platform"/>.</summary>
public static class WorkspaceReader
{
    /// <summary>Discovers the units, reads their files, evaluates their projects. Needs no restore, starts no build, writes nothing.</summary>
    /// <param name="root">The platform's root itself; <see cref="PlatformLocator.Find"/> finds it from a folder below.</param>
    /// <exception cref="BadInputException">Every problem of the repository, reported together.</exception>
    public static Task<Platform> ReadAsync(string root, CancellationToken cancel = default) => ReadAsync(root, new(), cancel);

    /// <summary>What <c>platform.yaml</c> alone says: no unit is looked for and no project evaluated.</summary>
    /// <param name="root">The platform's root, absolute.</param>
    /// <exception cref="BadInputException">Everything that is wrong with the file.</exception>
    public static PlatformSettings ReadSettings(string root)
    {
        var problems = new YamlProblems();
        var file = PlatformFileReader.Read(root, problems);
        problems.ThrowIfAny();
        return file.Settings;
    }

    /// <inheritdoc cref="ReadAsync(string, CancellationToken)" />
    public static async Task<Platform> ReadAsync(string root, WorkspaceOptions options, CancellationToken cancel = default)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(root))
            throw new BadInputException(NoFolder(root));

        var problems = new YamlProblems();
        var platformFile = PlatformFileReader.Read(root, problems);
        var store = options.CacheFolder is { } folder ? new EvaluationStore(folder, root) : null;
        // What was kept of projects is looked at while they are looked for.
        var standing = StandingEvaluations.ReadAsync(root, platformFile.Settings.Configuration, store, options.Time, options.Files, cancel);
        var tree = TreeWalker.Walk(root, cancel);
        var layoutIsBroken = problems.Count > 0;
        foreach (var fault in tree.Faults.Where(fault => !platformFile.Layout.Excludes(fault.File!))) problems.Add(fault);
        var unitFiles = ReadUnitFiles(tree, platformFile.Layout, problems);
        var environments = EnvironmentFileReader.ReadAll(root, problems);
        // Units found by half a layout would be the wrong ones, and so would everything said of them.
        if (layoutIsBroken) throw Bad(problems);

        var notices = new YamlProblems();
        var discovered = new UnitFinder(tree, platformFile.Layout, problems, notices).Find();
        var evaluator = new ProjectEvaluator(tree, standing, options.Evaluating);
        var projects = await new ProjectGraphs(tree, evaluator, problems, notices).ReadAsync(discovered, cancel);
        var units = new UnitBuilder(tree, projects, unitFiles, problems).Build(discovered);
        var links = new UnitLinks(units, unitFiles);
        units = links.Resolve(discovered);
        var settings = links.Resolve(environments);
        var edges = UnitEdges.Of(units);
        foreach (var problem in new CycleProblems(tree, units).Of(edges)) problems.Add(problem);
        if (problems.Count > 0) throw Bad(problems);
        if (store is not null && options.Keep is { } later) later(store.Keep);
        else store?.Keep();

        var platform = new Platform
        {
            Name = platformFile.Name ?? Path.GetFileName(root),
            Root = root,
            Units = units,
            Edges = edges,
            Strays = discovered.Strays,
            Links = tree.Links,
            Notices = [.. notices.Concat(discovered.Strays.Select(Stray))],
            Settings = platformFile.Settings,
            Environments = settings,
        };
        options.Certainty?.Invoke(async ending =>
        {
            var (files, ignored) = await FileListing.LookAsync(root, ending);
            return evaluator.IsCertain(files, ignored) && UnitFingerprints.Of(platform, new() { Files = files }).AreSeen;
        });
        return platform;
    }

    private static Dictionary<string, UnitFile> ReadUnitFiles(RepositoryTree tree, LayoutPlan layout, YamlProblems problems) => tree.UnitFiles
        .Where(path => !layout.Excludes(path))
        .Select(path => (path, file: UnitFileReader.Read(tree.Root, path, problems)))
        .Where(pair => pair.file is not null)
        .ToDictionary(pair => pair.path, pair => pair.file!, StringComparer.Ordinal);

    private static BadInputException Bad(YamlProblems problems) => new(
    [
        .. problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line ?? 0)
            .ThenBy(problem => problem.Column ?? 0)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal),
    ]);

    private static Problem NoFolder(string root) => new()
    {
        Code = Codes.NoPlatform,
        Message = $"There is no folder '{root}'.",
        Mend = "name the platform's root",
    };

    private static Problem Stray(string path) => new()
    {
        Code = Codes.StrayProject,
        Message = "This project belongs to no unit, so nothing builds, tests or ships it.",
        Mend = "move it into a unit's folder, or let the layout of platform.yaml claim or exclude its folder",
        File = path,
    };
}
