using System.Text;
using Slipway.Boundaries.Links;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Inventory;

/// <summary>Whose is what: by path, by project and by package.</summary>
internal sealed class UnitMap
{
    // Links that lead to links end somewhere, or nowhere.
    private const int MostLinks = 16;

    private readonly Dictionary<string, Unit> _folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (Unit Unit, Project Project)> _projects = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (Unit Unit, Project Project)> _names = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    /// <param name="platform">Its units.</param>
    /// <param name="files">All its files: links among them that are no unit's lead to what is.</param>
    public UnitMap(Platform platform, IEnumerable<ListedFile> files)
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
        foreach (var link in files.Where(file => file.IsLink).Select(file => file.Path).Concat(platform.Links).Where(link => HolderOf(link) is null))
        {
            if (LinkTarget.Of(platform.Root, link)?.Path is { } target) _links[link] = target;
        }
        Services = [.. platform.Units.Where(unit => unit.Kind != UnitKind.Package)];
    }

    public Platform Platform { get; }

    /// <summary>Services and apps: what nobody links.</summary>
    public IReadOnlyList<Unit> Services { get; }

    /// <summary>The unit that what lies at the path belongs to, also behind a link that is no unit's own.</summary>
    public Unit? OwnerOf(string path)
    {
        for (var steps = 0; steps < MostLinks; steps++)
        {
            if (HolderOf(path) is { } holder) return holder;
            if (Followed(path) is not { } next) return null;
            path = next;
        }
        return null;
    }

    /// <summary>The unit of the deepest folder that holds the path.</summary>
    public Unit? HolderOf(string path)
    {
        var folders = _folders.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var folder = path.AsSpan(); folder.Length > 0; folder = folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : default)
        {
            if (folders.TryGetValue(folder, out var owner)) return owner;
        }
        return null;
    }

    // Links to folders and files, each once.
    private string? Followed(string path)
    {
        if (_links.Count == 0) return null;
        for (var length = path.Length; length > 0; length = path.LastIndexOf('/', length - 1))
        {
            if (_links.TryGetValue(path[..length], out var target)) return target + path[length..];
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
        foreach (var (link, target) in _links.OrderBy(link => link.Key, StringComparer.Ordinal)) text.Append(link).Append(" leads to ").Append(target).Append('\n');
        return Model.Digest.Of(text.ToString());
    }
}
