using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Folders;

/// <summary>The files of a folder by path, size and digest. Memory does not grow with the size of files, only with their number.</summary>
internal static class FolderFiles
{
    private static readonly Digest Empty = Digest.Of([]);

    public static bool IsLink(string folder, string path) => new FileInfo(Path.Combine(folder, path)).LinkTarget is not null;

    /// <summary>The topmost folders that none of these paths lies in or below, relative, in ordinal order. Links are no folders.</summary>
    public static IEnumerable<string> FoldersWithout(string folder, IEnumerable<string> paths)
    {
        var known = paths.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        return Directory.EnumerateDirectories(folder, "*", options)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !known.Contains(path) && (Parent(path) is not { } parent || known.Contains(parent)))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Reads the files, several at once.</summary>
    /// <returns>In the order of <paramref name="paths"/>.</returns>
    public static async Task<ImmutableArray<ReleaseFile>> HashAsync(
        string folder, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var files = new ReleaseFile[paths.Count];
        await Parallel.ForAsync(0, paths.Count, cancellation, (index, _) =>
        {
            files[index] = Hash(folder, paths[index]);
            return ValueTask.CompletedTask;
        });
        return [.. files];
    }

    public static ReleaseFile Hash(string folder, string path)
    {
        var full = Path.Combine(folder, path);
        var size = new FileInfo(full).Length;
        // What has no size is not opened: it may be a pipe, and opening that would wait for ever.
        return new(path, size == 0 ? Empty : FileDigest.OfFile(full), size);
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var parent = Parent(path); parent is not null; parent = Parent(parent)) yield return parent;
    }

    private static string? Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : null;
}
