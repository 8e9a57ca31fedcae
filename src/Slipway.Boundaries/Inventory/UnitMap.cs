using System.Text;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Inventory;

/// <summary>Whose is what: by path, by project and by package.</summary>
internal sealed class UnitMap
{
    private readonly Dictionary<string, Unit> _folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (Unit Unit, Project Project)> _projects = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (Unit Unit, Project Project)> _names = new(StringComparer.OrdinalIgnoreCase);

    public UnitMap(Platform platform)
    {
        Platform = platform;
        foreach (var unit in platform.Units)
        {
            foreach (var folder in unit.Folders) _folders[folder] = unit;
            foreach (var project in unit.Projects)
            {
                _projects[project.Path] = (unit, project);
                _names.TryAdd(project.Name, (unit, project));
            }
        }
        Services = [.. platform.Units.Where(unit => unit.Kind != UnitKind.Package)];
    }

    public Platform Platform { get; }

    /// <summary>Services and apps: what nobody links.</summary>
    public IReadOnlyList<Unit> Services { get; }

    /// <summary>The unit of the deepest folder that holds the path.</summary>
    public Unit? OwnerOf(string path)
    {
        var folders = _folders.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var folder = path.AsSpan(); folder.Length > 0; folder = folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : default)
        {
            if (folders.TryGetValue(folder, out var owner)) return owner;
        }
        return null;
    }

    /// <summary>Units that lie below a folder, and are not that of the folder itself.</summary>
    public IEnumerable<Unit> Below(string folder) =>
        Platform.Units.Where(unit => unit.Folders.Any(own => RepositoryPath.IsWithin(own, folder) && !string.Equals(own, folder, StringComparison.OrdinalIgnoreCase)));

    public (Unit Unit, Project Project)? ProjectAt(string path) => _projects.TryGetValue(path, out var found) ? found : null;

    /// <summary>The project that an assembly's or package's name belongs to.</summary>
    public (Unit Unit, Project Project)? ProjectNamed(string name) => _names.TryGetValue(name, out var found) ? found : null;

    /// <summary>Projects whose path ends in these whole segments.</summary>
    public IEnumerable<(Unit Unit, Project Project)> ProjectsEnding(string tail) => _projects.Values.Where(pair =>
        pair.Project.Path.EndsWith(tail, StringComparison.OrdinalIgnoreCase)
        && (pair.Project.Path.Length == tail.Length || tail.StartsWith('/') || pair.Project.Path[pair.Project.Path.Length - tail.Length - 1] == '/'));

    /// <summary>Moves when a path or a name may come to belong to somebody else, or to be open to others than before.</summary>
    public Digest Digest()
    {
        var text = new StringBuilder();
        foreach (var unit in Platform.Units)
        {
            text.Append(unit.Id).Append('=').AppendJoin('|', unit.Folders);
            text.Append(" for ").Append(unit.Visibility is { } names ? string.Join('|', names) : "all").Append(" owns ").Append(unit.Database?.Name).Append(' ').AppendJoin('|', unit.Database?.Schemas ?? []).Append('\n');
            foreach (var project in unit.Projects) text.Append(project.Path).Append('=').Append(project.Name).Append(project.IsExposed).Append('\n');
        }
        return Model.Digest.Of(text.ToString());
    }
}
