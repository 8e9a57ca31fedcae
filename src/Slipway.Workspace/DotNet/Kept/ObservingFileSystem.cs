using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Build.FileSystem;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>The file system as one evaluation sees it: every question that MSBuild asks, and its answer, each once.</summary>
internal sealed class ObservingFileSystem : MSBuildFileSystemBase
{
    private readonly ConcurrentDictionary<(ObservationKind Kind, string Path), bool> _existence = new();
    private readonly ConcurrentDictionary<string, string> _listings = new(StringComparer.Ordinal);

    /// <summary>Whether something was asked that no observation can hold.</summary>
    public bool IsBlind { get; private set; }

    public IEnumerable<Observation> Observations =>
    [
        .. _existence.Select(pair => new Observation(pair.Key.Kind, ProjectFolders.Normal(pair.Key.Path), Answers.Told(pair.Value))),
        .. _listings.Select(pair => new Observation((ObservationKind)pair.Key[0], pair.Key[1..], pair.Value)),
    ];

    public override bool FileExists(string path) => _existence.GetOrAdd((ObservationKind.File, path), asked => base.FileExists(asked.Path));

    public override bool DirectoryExists(string path) => _existence.GetOrAdd((ObservationKind.Folder, path), asked => base.DirectoryExists(asked.Path));

    public override bool FileOrDirectoryExists(string path) =>
        _existence.GetOrAdd((ObservationKind.FileOrFolder, path), asked => base.FileOrDirectoryExists(asked.Path));

    public override IEnumerable<string> EnumerateFiles(string path, string searchPattern = "*", SearchOption searchOption = SearchOption.TopDirectoryOnly) =>
        Listed(ObservationKind.Files, path, searchPattern, searchOption, base.EnumerateFiles);

    public override IEnumerable<string> EnumerateDirectories(string path, string searchPattern = "*", SearchOption searchOption = SearchOption.TopDirectoryOnly) =>
        Listed(ObservationKind.Folders, path, searchPattern, searchOption, base.EnumerateDirectories);

    public override IEnumerable<string> EnumerateFileSystemEntries(string path, string searchPattern = "*", SearchOption searchOption = SearchOption.TopDirectoryOnly)
    {
        IsBlind = true;
        return base.EnumerateFileSystemEntries(path, searchPattern, searchOption);
    }

    public override TextReader ReadFile(string path)
    {
        IsBlind = true;
        return base.ReadFile(path);
    }

    public override Stream GetFileStream(string path, FileMode mode, FileAccess access, FileShare share)
    {
        IsBlind = true;
        return base.GetFileStream(path, mode, access, share);
    }

    public override string ReadFileAllText(string path)
    {
        IsBlind = true;
        return base.ReadFileAllText(path);
    }

    public override byte[] ReadFileAllBytes(string path)
    {
        IsBlind = true;
        return base.ReadFileAllBytes(path);
    }

    public override FileAttributes GetAttributes(string path)
    {
        IsBlind = true;
        return base.GetAttributes(path);
    }

    public override DateTime GetLastWriteTimeUtc(string path)
    {
        IsBlind = true;
        return base.GetLastWriteTimeUtc(path);
    }

    private ImmutableArray<string> Listed(
        ObservationKind kind, string folder, string pattern, SearchOption option, Func<string, string, SearchOption, IEnumerable<string>> list)
    {
        if (option != SearchOption.TopDirectoryOnly) IsBlind = true;
        var key = $"{(char)kind}{ProjectFolders.Normal(folder)}\0{pattern}";
        try
        {
            var paths = list(folder, pattern, option).ToImmutableArray();
            _listings[key] = Answers.Listing(paths);
            return paths;
        }
        catch (DirectoryNotFoundException)
        {
            _listings[key] = Answers.No;
            throw;
        }
    }
}
