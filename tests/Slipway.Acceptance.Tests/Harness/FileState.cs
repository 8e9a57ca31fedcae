namespace Slipway.Acceptance.Tests.Harness;

/// <summary>Which files lie below a folder, how long each is and when it was written: enough to see that nothing was.</summary>
internal static class FileState
{
    public static IReadOnlyList<string> Of(string folder) =>
        [.. Entries(folder).Select(entry => $"{entry.Path} {(entry.Info as FileInfo)?.Length} {(entry.Info as FileInfo)?.LastWriteTimeUtc:O}")];

    public static IReadOnlyList<string> Names(string folder) => [.. Entries(folder).Select(entry => entry.Path)];

    // Git writes its index whenever somebody asks for the state of the work tree.
    private static IEnumerable<(string Path, FileSystemInfo Info)> Entries(string folder) => new DirectoryInfo(folder)
        .EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(entry => (Path: Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/'), entry))
        .Where(entry => entry.Path is not ".git" && !entry.Path.StartsWith(".git/", StringComparison.Ordinal))
        .OrderBy(entry => entry.Path, StringComparer.Ordinal);
}
