using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache.Restoring;

/// <summary>Puts outputs back: all of them checked first, in a folder beside the tree, and only then moved in. So it is all or nothing, but for a kill or a disk that fails in between.</summary>
internal sealed class Restorer(BlobSource source, TimeProvider time, int width) : IDisposable
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // Before the run read any source: whatever is edited from then on is newer.
    private readonly DateTime _written = time.GetUtcNow().UtcDateTime;

    // One for all that a run puts back: for two small files a folder and its lease would cost more than they do.
    private readonly ConcurrentDictionary<string, Lazy<AtomicFolder>> _folders = new(StringComparer.Ordinal);
    private int _orders;

    public async Task<Restoration> RestoreAsync(RestoreOrder order, CancellationToken cancellation)
    {
        var files = order.Files;
        var obstacles = files.Select(file => order.Tree.Obstacle(file.Path)).OfType<Problem>().ToImmutableArray();
        if (!obstacles.IsEmpty) return new Restoration.Missed(obstacles);
        var folder = _folders.GetOrAdd(order.Scratch, static scratch => new(() => AtomicFolder.Begin(Path.Combine(scratch, "restore")))).Value.Path;
        var number = Interlocked.Increment(ref _orders);
        ImmutableArray<string> paths = [.. files.Select((_, index) => Path.Combine(folder, $"{number}-{index}"))];
        try
        {
            return await RestoreAsync(order, paths, cancellation);
        }
        finally
        {
            // What was put in its place is no longer here.
            foreach (var path in paths) File.Delete(path);
        }
    }

    public void Dispose()
    {
        foreach (var folder in _folders.Values.Where(folder => folder.IsValueCreated)) folder.Value.Dispose();
    }

    private async Task<Restoration> RestoreAsync(RestoreOrder order, ImmutableArray<string> paths, CancellationToken cancellation)
    {
        var files = order.Files;
        var linked = new bool?[files.Length];
        // Grouped, so that content which many outputs share is fetched once.
        var groups = files.Select((file, index) => (file, index)).GroupBy(pair => pair.file.Content);
        var options = new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = cancellation };
        await Parallel.ForEachAsync(groups, options, async (group, limit) =>
        {
            foreach (var (file, index) in group)
            {
                linked[index] = await source.GiveAsync(order.Hit, file, paths[index], limit);
                if (linked[index] is null) return;
                if (linked[index] is false) Finish(paths[index], file, order.Tree.Machine);
            }
        });
        var missing = files.Where((_, index) => linked[index] is null).Select(Missing).ToImmutableArray();
        if (!missing.IsEmpty) return new Restoration.Missed(missing);
        Put(order, [.. files.Select((file, index) => (file.Path, paths[index]))]);
        return new Restoration.Restored(files.Length, linked.Count(shared => shared is true), files.Sum(file => file.Size));
    }

    private static void Put(RestoreOrder order, ImmutableArray<(string Name, string Temporary)> files)
    {
        foreach (var group in files.ToLookup(file => order.Whole.FirstOrDefault(whole => file.Name.StartsWith($"{whole}/", StringComparison.Ordinal))))
        {
            if (group.Key is { } whole) Exchange(order.Tree.PathOf(whole), group.Select(file => (file.Name[(whole.Length + 1)..], file.Temporary)));
            else foreach (var (name, temporary) in group) order.Tree.Put(temporary, name);
        }
    }

    // Beside its place first, so that the folder is at every moment the old one or the new one.
    private static void Exchange(string target, IEnumerable<(string Name, string Temporary)> files)
    {
        using var folder = AtomicFolder.Begin(target);
        foreach (var (name, temporary) in files)
        {
            var path = Path.Combine(folder.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path);
        }
        folder.Commit();
    }

    // All of one time: newer than every source of a fresh clone, and none newer than another, so MSBuild copies nothing again.
    private void Finish(string path, CachedFile file, Lazy<MachinePaths> machine)
    {
        if (file.Marked) File.WriteAllBytes(path, machine.Value.Fill(File.ReadAllBytes(path)));
        if (!OperatingSystem.IsWindows())
        {
            var mode = (File.GetUnixFileMode(path) | UnixFileMode.UserRead | UnixFileMode.UserWrite) & ~Execute;
            // Whoever may read a program may run it.
            if (file.Executable) mode |= (UnixFileMode)(((int)mode & 0b100_100_100) >> 2);
            File.SetUnixFileMode(path, mode);
        }
        File.SetLastWriteTimeUtc(path, _written);
    }

    private static Problem Missing(CachedFile file) => new()
    {
        Code = Codes.ContentMissing,
        Message = $"The cached content of {file.Path} is not there any more. The stage runs instead.",
        File = file.Path,
        Mend = "Nothing has to be done; if it happens often, let the cache grow: SLIPWAY_CACHE_SIZE.",
    };
}
