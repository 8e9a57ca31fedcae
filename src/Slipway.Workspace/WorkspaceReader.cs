using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Workspace.Discovery;
using Slipway.Workspace.Graph;

namespace Slipway.Workspace;

/// <summary>Reads a repository into a <see cref="Platform"/>.</summary>
public static class WorkspaceReader
{
    /// <summary>Discovers the units, reads their files, evaluates their projects. Needs no restore, starts no build, writes nothing.</summary>
    /// <param name="root">The platform's root itself; <see cref="PlatformLocator.Find"/> finds it from a folder below.</param>
    /// <exception cref="BadInputException">Every problem of the repository, reported together.</exception>
    public static async Task<Platform> ReadAsync(string root, CancellationToken cancel = default)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(root))
            throw new BadInputException(new Problem { Code = Codes.NoPlatform, Message = $"There is no folder '{root}'", Mend = "name the platform's root" });

        var problems = new List<Problem>();
        var notices = new List<Problem>();
        var tree = TreeWalker.Walk(root, cancel);
        var discovered = new UnitFinder(tree, LayoutPlan.Convention, problems, notices).Find();
        var projects = await new ProjectGraphs(tree, notices).ReadAsync(discovered, new PlatformSettings().Configuration, cancel);
        var units = new UnitBuilder(tree, projects, problems).Build(discovered);
        var edges = UnitEdges.Of(units);
        problems.AddRange(CycleProblems.Of(units, edges));
        if (problems.Count > 0) throw new BadInputException(problems);
        notices.AddRange(discovered.Strays.Select(Stray));
        return new()
        {
            Name = Path.GetFileName(root),
            Root = root,
            Units = units,
            Edges = edges,
            Strays = discovered.Strays,
            Notices = [.. notices],
        };
    }

    private static Problem Stray(string path) => new()
    {
        Code = Codes.StrayProject,
        Message = "This project belongs to no unit, so nothing builds, tests or ships it",
        Mend = "move it into a unit's folder, or let the layout of platform.yaml claim or exclude its folder",
        File = path,
    };
}
