using System.Collections.Immutable;
using System.IO.Enumeration;
using Slipway.Model.Units;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// Files of another time that are not there today. No evaluation of today names them; where one of today looks for files like them, it would
/// have found them then.
/// </summary>
internal sealed class GoneFiles
{
    private readonly ImmutableArray<InputFile> _gone;
    private readonly HashSet<string> _folders;
    private readonly IEnumerable<string> _today;

    /// <param name="then">The files of the other time.</param>
    /// <param name="today">Those of today.</param>
    public GoneFiles(ImmutableSortedDictionary<string, InputFile> then, ImmutableSortedDictionary<string, InputFile> today)
    {
        _today = today.Keys;
        _gone = [.. then.Values.Where(file => !today.ContainsKey(file.Path))];
        _folders = new(_gone.IsEmpty ? [] : today.Keys.Select(FolderOf).Distinct(), StringComparer.Ordinal);
    }

    /// <summary>Those that a project of the unit would have found.</summary>
    public IEnumerable<InputFile> Of(Unit unit) => _gone.IsEmpty ? [] : _gone.Where(file => unit.Projects.Any(project =>
        project.Searches.Any(search => Finds(search, file.Path)) || project.Asked.Any(asked => WasAt(asked, file.Path))));

    private bool Finds(string search, string path)
    {
        var (place, pattern, folder) = (FolderOf(search), NameOf(search), FolderOf(path));
        return pattern == "**"
            ? path.StartsWith(place + "/", StringComparison.Ordinal) && !_folders.Contains(folder)
            : place == folder && FileSystemName.MatchesSimpleExpression(pattern, NameOf(path));
    }

    private bool WasAt(string asked, string path) => path == asked || (IsBelow(asked, path) && !_today.Any(file => IsBelow(asked, file)));

    private static bool IsBelow(string folder, string path) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
