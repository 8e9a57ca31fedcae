using System.Collections.Concurrent;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Pipeline.Cache.Local;
using Slipway.Pipeline.Cache.Remote;

namespace Slipway.Pipeline.Cache.Restoring;

/// <summary>Gives content that has been checked just now: out of the local store, else out of the remote one, which then fills the local.</summary>
internal sealed class BlobSource(LocalStore local, RemoteStore? remote, Action<Problem> say)
{
    private readonly ConcurrentDictionary<Digest, DateTime> _checked = [];

    /// <summary>Writes the content to a path.</summary>
    /// <param name="hit">The entry that names it.</param>
    /// <param name="file">One of its outputs.</param>
    /// <param name="path">A file that does not exist; it may exist, partly, when this fails.</param>
    /// <returns>Whether it shares its bytes with the store; null where the content is nowhere.</returns>
    public async Task<bool?> GiveAsync(CacheHit hit, CachedFile file, string path, CancellationToken cancellation)
    {
        if (GiveLocal(file, path) is { } given) return given;
        if (remote is null || !hit.Blobs.Value.TryGetValue(file.Path, out var blob)) return null;
        var fetched = local.Temporary();
        if (!await remote.FetchAsync(blob, file, fetched, cancellation)) return null;
        local.Adopt(fetched, file.Content);
        return GiveLocal(file, path);
    }

    private bool? GiveLocal(CachedFile file, string path)
    {
        var blob = local.BlobPath(file.Content);
        try
        {
            if (!local.Holds(file)) return Wrong(file, blob);
            var linked = file.Linkable && IsExecutable(blob) == file.Executable && FileTree.TryLink(blob, path);
            // Where the file system can, a copy shares the blocks until one side is written.
            if (!linked) File.Copy(blob, path);
            // What is checked is what will be used, so nothing can change in between unseen but by writing into it.
            if (linked ? IsChecked(file, path) : FileDigest.OfFile(path) == file.Content) return linked;
            File.Delete(path);
            return Wrong(file, blob);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Evicted by another run just now.
            return null;
        }
    }

    // The same content in many places is read once a run, as long as nobody has written into it since.
    private bool IsChecked(CachedFile file, string path)
    {
        var changed = File.GetLastWriteTimeUtc(path);
        if (_checked.TryGetValue(file.Content, out var then) && then == changed) return true;
        if (FileDigest.OfFile(path) != file.Content) return false;
        _checked[file.Content] = changed;
        return true;
    }

    private bool? Wrong(CachedFile file, string blob)
    {
        if (!File.Exists(blob)) return null;
        local.DropBlob(file.Content);
        say(new()
        {
            Code = Codes.ContentDiffers,
            Message = $"The cached content of {file.Path} is not what its entry says: it was damaged, or somebody wrote into it. It is thrown away.",
            File = blob,
            Mend = "Nothing has to be done; if it happens again, look for a program that writes into linked files, or for a failing disk.",
        });
        return null;
    }

    private static bool IsExecutable(string path) => !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
}
