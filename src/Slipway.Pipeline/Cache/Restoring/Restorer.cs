using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache.Restoring;

/// <summary>Puts outputs back: all of them checked first, in a folder beside the tree, and only then moved in. So it is all or nothing, but for a kill or a disk that fails in between.</summary>
internal sealed class Restorer(BlobSource source, TimeProvider time, int width)
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <param name="hit">The entry.</param>
    /// <param name="files">Those of its outputs that are wanted.</param>
    /// <param name="root">The platform's root.</param>
    /// <param name="scratch">A folder on the same file system.</param>
    public async Task<Restoration> RestoreAsync(CacheHit hit, ImmutableArray<CachedFile> files, string root, string scratch, CancellationToken cancellation)
    {
        var tree = new TargetTree(root);
        var obstacles = files.Select(file => tree.Obstacle(file.Path)).OfType<Problem>().ToImmutableArray();
        if (!obstacles.IsEmpty) return new Restoration.Missed(obstacles);
        using var folder = AtomicFolder.Begin(Path.Combine(scratch, "restore"));
        var linked = new bool?[files.Length];
        var now = time.GetUtcNow().UtcDateTime;
        // Grouped, so that content which many outputs share is fetched once.
        var groups = files.Select((file, index) => (file, index)).GroupBy(pair => pair.file.Content);
        var options = new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = cancellation };
        await Parallel.ForEachAsync(groups, options, async (group, limit) =>
        {
            foreach (var (file, index) in group)
            {
                var path = Path.Combine(folder.Path, $"{index}");
                linked[index] = await source.GiveAsync(hit, file, path, limit);
                if (linked[index] is null) return;
                if (linked[index] is false) Finish(path, file, now);
            }
        });
        var missing = files.Where((_, index) => linked[index] is null).Select(Missing).ToImmutableArray();
        if (!missing.IsEmpty) return new Restoration.Missed(missing);
        for (var index = 0; index < files.Length; index++) tree.Put(Path.Combine(folder.Path, $"{index}"), files[index].Path);
        return new Restoration.Restored(files.Length, linked.Count(shared => shared is true), files.Sum(file => file.Size));
    }

    // All of one time, and that is now: newer than every source of a fresh clone, and none newer than another, so MSBuild copies nothing again.
    private static void Finish(string path, CachedFile file, DateTime now)
    {
        if (!OperatingSystem.IsWindows())
        {
            var mode = (File.GetUnixFileMode(path) | UnixFileMode.UserRead | UnixFileMode.UserWrite) & ~Execute;
            // Whoever may read a program may run it.
            if (file.Executable) mode |= (UnixFileMode)(((int)mode & 0b100_100_100) >> 2);
            File.SetUnixFileMode(path, mode);
        }
        File.SetLastWriteTimeUtc(path, now);
    }

    private static Problem Missing(CachedFile file) => new()
    {
        Code = Codes.ContentMissing,
        Message = $"The cached content of {file.Path} is not there any more. The stage runs instead.",
        File = file.Path,
        Mend = "Nothing has to be done; if it happens often, let the cache grow: SLIPWAY_CACHE_SIZE.",
    };
}
