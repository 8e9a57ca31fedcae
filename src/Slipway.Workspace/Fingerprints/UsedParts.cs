using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// What of a unit those can notice who use it: all but its tests. Tests that something else than tests of the same unit references count,
/// and so does every file that lies in the folder of another project too, whose globs may take it in.
/// </summary>
internal sealed class UsedParts
{
    private readonly Dictionary<UnitId, Unit> _parts;
    private readonly FolderOwners<Project> _folders;
    private readonly HashSet<string> _unused;

    public UsedParts(Platform platform)
    {
        var projects = platform.Units.SelectMany(unit => unit.Projects).DistinctBy(project => project.Path).ToDictionary(project => project.Path, StringComparer.Ordinal);
        var used = Reached(platform, projects);
        _unused = [.. projects.Values.Where(project => IsTest(project) && !used.Contains(project.Path)).Select(project => project.Path)];
        _parts = platform.Units.ToDictionary(unit => unit.Id, unit => unit with { Projects = [.. unit.Projects.Where(project => !_unused.Contains(project.Path))] });
        _folders = new(projects.Values.GroupBy(project => project.Folder, StringComparer.Ordinal)
            .Select(folder => KeyValuePair.Create(folder.Key, folder.FirstOrDefault(project => !_unused.Contains(project.Path)) ?? folder.First())));
    }

    /// <summary>The unit with the projects that others can notice.</summary>
    public Unit Of(Unit unit) => _parts[unit.Id];

    /// <summary>Whether others can notice a file of the unit.</summary>
    public bool Holds(Unit unit, string path) =>
        _folders.Of(path) is not { } owner || !_unused.Contains(owner.Path) || Of(unit).Projects.Any(project => IsBelow(path, project.Folder));

    private static bool IsTest(Project project) => project is { Toolchain: Toolchain.DotNet, Role: ProjectRole.UnitTests or ProjectRole.IntegrationTests };

    private static bool IsBelow(string path, string folder) => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static HashSet<string> Reached(Platform platform, Dictionary<string, Project> projects)
    {
        var owners = platform.Units.SelectMany(unit => unit.Projects, (unit, project) => (unit.Id, project.Path)).ToLookup(pair => pair.Path, pair => pair.Id);
        var open = new Stack<string>(projects.Values.SelectMany(project => project.References.Where(reference => !IsTest(project) || !owners[reference].Intersect(owners[project.Path]).Any())));
        HashSet<string> reached = new(StringComparer.Ordinal);
        while (open.TryPop(out var path))
        {
            if (!reached.Add(path) || !projects.TryGetValue(path, out var project)) continue;
            foreach (var reference in project.References) open.Push(reference);
        }
        return reached;
    }
}
