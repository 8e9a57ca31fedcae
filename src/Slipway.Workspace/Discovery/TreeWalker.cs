using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Discovery;

/// <summary>Walks a repository, past everything that tools write and past platforms within the platform.</summary>
internal sealed class TreeWalker
{
    private const string UnitFile = "unit.yaml";
    private const string Manifest = "package.json";
    private static readonly string[] ProjectExtensions = [".csproj", ".fsproj", ".vbproj"];
    private static readonly HashSet<string> Written = new(["bin", "obj", "node_modules", "TestResults"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Misspelled = new([UnitFile, "unit.yml"], StringComparer.OrdinalIgnoreCase);

    private readonly string _root;
    private readonly List<string> _folders = [];
    private readonly List<string> _projects = [];
    private readonly List<string> _manifests = [];
    private readonly List<string> _unitFiles = [];
    private readonly List<string> _misnamed = [];
    private readonly List<string> _platforms = [];
    private readonly List<string> _links = [];
    private readonly List<Problem> _faults = [];

    private TreeWalker(string root) => _root = root;

    public static RepositoryTree Walk(string root, CancellationToken cancel)
    {
        var walker = new TreeWalker(root);
        walker.Visit(new DirectoryInfo(root), "", cancel);
        return new()
        {
            Root = root,
            Folders = Sorted(walker._folders),
            DotNetProjects = Sorted(walker._projects),
            Manifests = Sorted(walker._manifests),
            UnitFiles = Sorted(walker._unitFiles),
            Misnamed = Sorted(walker._misnamed),
            Platforms = Sorted(walker._platforms),
            Links = Sorted(walker._links),
            Faults = [.. walker._faults.OrderBy(fault => fault.File, StringComparer.Ordinal)],
        };
    }

    private void Visit(DirectoryInfo folder, string prefix, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (Kind(entry.Name) is { } kind) VisitTelling(path, kind);
            else if (!IsSource(entry.Name, path)) continue;
            else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) VisitLink(entry, path);
            else if (entry is DirectoryInfo below) VisitFolder(below, path, cancel);
        }
    }

    private void VisitFolder(DirectoryInfo folder, string path, CancellationToken cancel)
    {
        if (File.Exists(Path.Join(folder.FullName, PlatformLocator.FileName)))
        {
            _platforms.Add($"{path}/{PlatformLocator.FileName}");
            return;
        }
        _folders.Add(path);
        Visit(folder, path + "/", cancel);
    }

    private void VisitTelling(string path, List<string> kind)
    {
        if (FileFault.Of(_root, path) is { } fault) _faults.Add(fault);
        else kind.Add(path);
    }

    // A link to a plain file of no telling name is the unit's own affair; one that leads nowhere may have been meant as a folder.
    private void VisitLink(FileSystemInfo link, string path)
    {
        if (link is DirectoryInfo || RealPath.Of(link.FullName) is null) _links.Add(path);
    }

    private List<string>? Kind(string name) => name switch
    {
        Manifest => _manifests,
        UnitFile => _unitFiles,
        _ when Misspelled.Contains(name) => _misnamed,
        _ when ProjectExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) => _projects,
        _ => null,
    };

    /// <summary>Whether a folder, from the root, is written by tools.</summary>
    public static bool IsWritten(string path) => path == "artifacts" || Written.Contains(path[(path.LastIndexOf('/') + 1)..]);

    private static bool IsSource(string name, string path) => !name.StartsWith('.') && !IsWritten(path);

    private static ImmutableArray<string> Sorted(List<string> paths) => [.. paths.Order(StringComparer.Ordinal)];
}
