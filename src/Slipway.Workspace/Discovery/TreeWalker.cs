using System.Collections.Immutable;

namespace Slipway.Workspace.Discovery;

/// <summary>Walks a repository, past everything that tools write and past platforms within the platform.</summary>
internal sealed class TreeWalker
{
    private static readonly string[] ProjectExtensions = [".csproj", ".fsproj", ".vbproj"];
    private static readonly HashSet<string> Written = new(["bin", "obj", "node_modules", "TestResults"], StringComparer.OrdinalIgnoreCase);

    private readonly List<string> _folders = [];
    private readonly List<string> _projects = [];
    private readonly List<string> _manifests = [];
    private readonly List<string> _unitFiles = [];
    private readonly List<string> _links = [];

    public static RepositoryTree Walk(string root, CancellationToken cancel)
    {
        var walker = new TreeWalker();
        walker.Visit(new DirectoryInfo(root), "", cancel);
        return new()
        {
            Root = root,
            Folders = Sorted(walker._folders),
            DotNetProjects = Sorted(walker._projects),
            Manifests = Sorted(walker._manifests),
            UnitFiles = Sorted(walker._unitFiles),
            Links = Sorted(walker._links),
        };
    }

    private void Visit(DirectoryInfo folder, string prefix, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (entry is FileInfo) VisitFile(entry.Name, path);
            else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) _links.Add(path);
            else if (IsSource((DirectoryInfo)entry, path))
            {
                _folders.Add(path);
                Visit((DirectoryInfo)entry, path + "/", cancel);
            }
        }
    }

    private void VisitFile(string name, string path)
    {
        if (name == "package.json") _manifests.Add(path);
        else if (name == "unit.yaml") _unitFiles.Add(path);
        else if (ProjectExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)) _projects.Add(path);
    }

    /// <summary>Whether a folder, from the root, is written by tools.</summary>
    public static bool IsWritten(string path) => path == "artifacts" || Written.Contains(path[(path.LastIndexOf('/') + 1)..]);

    private static bool IsSource(DirectoryInfo folder, string path) =>
        !folder.Name.StartsWith('.') && !IsWritten(path) && !File.Exists(Path.Join(folder.FullName, PlatformLocator.FileName));

    private static ImmutableArray<string> Sorted(List<string> paths) => [.. paths.Order(StringComparer.Ordinal)];
}
