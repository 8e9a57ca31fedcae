using System.Text.RegularExpressions;
using Slipway.Boundaries.Commands;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Projects;

/// <summary>What a value of a project file may lead to, whatever its properties come to be.</summary>
internal sealed partial class PathValue
{
    // More alternatives than that nobody wrote by hand.
    private const int MostAlternatives = 256;

    private static readonly char[] ListSeparators = [';'];

    private readonly ILookup<string, string> _properties;
    private readonly UnitMap _map;
    private readonly string _projectFolder;

    /// <param name="map">Whose is what.</param>
    /// <param name="projectFolder">The folder of the project that reads the file.</param>
    /// <param name="files">Where properties may be set.</param>
    public PathValue(UnitMap map, string projectFolder, IEnumerable<ProjectFile> files)
    {
        _map = map;
        _projectFolder = projectFolder;
        _properties = files.SelectMany(file => file.Properties.Select(property => (property.Name, Value: Anchored(property.Value, file.Folder))))
            .Distinct().ToLookup(property => property.Name, property => property.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The paths from the platform's root that the value may lead to, patterns cut before their first wildcard.</summary>
    /// <param name="value">One path, not a list; what a property holds may be one.</param>
    /// <param name="file">Where it is written.</param>
    public IEnumerable<string> Of(string value, ProjectFile file) => Paths(value, file, ListSeparators).Select(found => found.Path);

    /// <summary>What the value may come to be, as far as its properties are known.</summary>
    public IEnumerable<string> Texts(string value, ProjectFile file, char[]? separators = null) =>
        Expand(Anchored(value, file.Folder), 0).Take(MostAlternatives).SelectMany(text => PathFunctions.Applied(text).Split(separators ?? ListSeparators, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a value could name a file: one that is written as a path, or that becomes one.</summary>
    public static bool MayBePath(string value) => value.AsSpan().IndexOfAny("/\\%") >= 0 || value.Contains("$(", StringComparison.Ordinal);

    /// <summary>The owner of one of the paths, or of something below one that ends in a pattern, of whom the unit may not take it.</summary>
    /// <param name="value">One path.</param>
    /// <param name="file">Where it is written.</param>
    /// <param name="unit">Who takes it.</param>
    /// <param name="separators">What stands between paths where a property holds several. Default: a semicolon.</param>
    public (Unit Owner, string Path)? Foreign(string value, ProjectFile file, UnitInventory unit, char[]? separators = null)
    {
        foreach (var (path, isPattern) in Paths(value, file, separators ?? ListSeparators))
        {
            if (_map.OwnerOf(path) is { } owner)
            {
                if (!unit.Permissions.IsOpen(unit.Unit, owner, path)) return (owner, path);
            }
            else if (isPattern && unit.Closed(path) is { } below) return (below, path);
        }
        return null;
    }

    private IEnumerable<(string Path, bool IsPattern)> Paths(string value, ProjectFile file, char[] separators)
    {
        foreach (var written in Texts(value, file, separators))
        {
            var text = UpToUnknown(written);
            if (text.Contains("$(", StringComparison.Ordinal) || text.Contains("@(", StringComparison.Ordinal) || text.Contains("%(", StringComparison.Ordinal))
            {
                // What a property holds is unknown; where the rest of the path names a project of somebody, that one is meant.
                var tail = text[(text.LastIndexOf(')') + 1)..].Replace('\\', '/').TrimStart('/');
                if (!tail.Contains("..", StringComparison.Ordinal) && tail.Contains('/', StringComparison.Ordinal) && ProjectFile.IsOne(tail))
                    foreach (var (_, project) in _map.ProjectsEnding(tail)) yield return (project.Path, false);
                continue;
            }
            var path = RepositoryPath.WithoutPattern(text.Replace('\\', '/'));
            var resolved = path.StartsWith("//platform/", StringComparison.Ordinal) ? RepositoryPath.Resolve("", path["//platform/".Length..]) : RepositoryPath.Resolve(_projectFolder, path);
            if (resolved is not null) yield return (resolved, text.AsSpan().IndexOfAny('*', '?') >= 0 || (separators != ListSeparators && CommandWords.MayReachBelow(text)));
        }
    }

    // @(Names->'../billing/%(Filename).cs'), ../$(FromOutside)/x.cs: what stands before the first thing that nobody knows leads there all the same.
    private string UpToUnknown(string written)
    {
        var text = Transform.Match(written) is { Success: true } transform ? transform.Groups["path"].Value : written;
        if (Unknown.Match(text) is not { Success: true, Index: > 0 } unknown) return text;
        var known = text[..unknown.Index].Replace('\\', '/');
        if (!known.Contains("../", StringComparison.Ordinal) && !known.StartsWith("//platform/", StringComparison.Ordinal)) return text;
        var isRoot = RepositoryPath.Resolve(known.StartsWith("//platform/", StringComparison.Ordinal) ? "" : _projectFolder, known.Replace("//platform/", "", StringComparison.Ordinal)) is null or "";
        return isRoot ? text : known + "*";
    }

    private IEnumerable<string> Expand(string text, int depth)
    {
        if (depth > 8 || Property.Match(text) is not { Success: true } match || !_properties.Contains(match.Groups[1].Value)) return [text];
        return _properties[match.Groups[1].Value].SelectMany(value => Expand(text[..match.Index] + value + text[(match.Index + match.Length)..], depth + 1));
    }

    // Folders that MSBuild itself names. A file's own folder is that of the file, not of the project that imports it.
    private string Anchored(string value, string folder) => Reserved.Replace(value, match => match.Groups[1].Value.ToLowerInvariant() switch
    {
        "msbuildthisfiledirectory" => $"//platform/{folder}/",
        "msbuildprojectdirectory" or "projectdir" => $"//platform/{_projectFolder}/",
        "solutiondir" or "reporoot" or "repositoryroot" => _properties?.Contains(match.Groups[1].Value) == true ? match.Value : "//platform/",
        _ => match.Value,
    });

    [GeneratedRegex(@"\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Property { get; }

    [GeneratedRegex(@"->\s*['""`](?<path>[^'""`]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Transform { get; }

    [GeneratedRegex(@"[%$@]\(", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown { get; }

    [GeneratedRegex(@"\$\((MSBuildThisFileDirectory|MSBuildProjectDirectory|ProjectDir|SolutionDir|RepoRoot|RepositoryRoot)\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reserved { get; }
}
