using Slipway.Machine.Files;
using Slipway.Model;

namespace Slipway.Pipeline.Cache.Local;

/// <summary>
/// Entries and plain content below one folder, laid out as Bazel lays out its disk cache, for any number of runs at once. What has its final
/// name is whole: it was written under a temporary one. Nothing is flushed to the disk: what a power cut loses is found out on use.
/// </summary>
/// <param name="folder">Made on first use.</param>
/// <param name="time">Tells when something was used last.</param>
internal sealed class LocalStore(string folder, TimeProvider time) : IDisposable
{
    // Coarse, so that a run that reads much writes little.
    private static readonly TimeSpan TouchAfter = TimeSpan.FromHours(1);
    private readonly Lazy<AtomicFolder> _scratch = new(() => AtomicFolder.Begin(Path.Combine(folder, "tmp", "run")));

    /// <summary>Whether this run put anything in.</summary>
    public bool Written { get; private set; }

    public string EntryPath(Digest address) => PathOf("ac", address);

    public string BlobPath(Digest content) => PathOf("cas", content);

    /// <summary>The bytes under an address, or null. Nobody has checked them.</summary>
    public byte[]? FindEntry(Digest address)
    {
        try
        {
            var bytes = File.ReadAllBytes(EntryPath(address));
            Touch(new FileInfo(EntryPath(address)));
            return bytes;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Makes an entry visible. Its content has to be there before.</summary>
    public void PutEntry(Digest address, ReadOnlySpan<byte> bytes)
    {
        Written = true;
        var temporary = Temporary();
        File.WriteAllBytes(temporary, bytes);
        File.SetLastAccessTimeUtc(temporary, time.GetUtcNow().UtcDateTime);
        Publish(temporary, EntryPath(address));
    }

    public void DropEntry(Digest address) => Delete(EntryPath(address));

    public void DropBlob(Digest content) => Delete(BlobPath(content));

    /// <summary>Whether the content seems to be there; then it counts as used. Its bytes are not looked at.</summary>
    public bool Holds(CachedFile file)
    {
        var info = new FileInfo(BlobPath(file.Content));
        if (!info.Exists || info.Length != file.Size) return false;
        Touch(info);
        return true;
    }

    /// <summary>Takes content out of a tree, by hard link where that is allowed and possible.</summary>
    /// <exception cref="IOException">The file was changed meanwhile, cannot be read, or the store cannot be written.</exception>
    public CachedFile Add(OutputTree tree, CacheOutput output)
    {
        var path = tree.PathOf(output.Path);
        if (output.Content == OutputContent.Document) return AddMarked(tree, output);
        var content = FileDigest.OfFile(path);
        var file = new CachedFile
        {
            Path = output.Path,
            Content = content,
            Size = new FileInfo(path).Length,
            Executable = !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute),
            Linkable = output.Linkable,
        };
        if (Holds(file)) return file;
        var temporary = Temporary();
        // Where the file system can, a copy shares the blocks until one side is written.
        if (!output.Linkable || !FileTree.TryLink(path, temporary)) File.Copy(path, temporary);
        if (FileDigest.OfFile(temporary) != content) throw new IOException($"{output.Path} was written while it was read.");
        Adopt(temporary, content);
        return file;
    }

    private CachedFile AddMarked(OutputTree tree, CacheOutput output)
    {
        var plain = File.ReadAllBytes(tree.PathOf(output.Path));
        var bytes = tree.Machine.Value.Mark(plain);
        var file = new CachedFile { Path = output.Path, Content = Digest.Of(bytes), Size = bytes.Length, Marked = !bytes.AsSpan().SequenceEqual(plain) };
        if (Holds(file)) return file;
        var temporary = Temporary();
        File.WriteAllBytes(temporary, bytes);
        Adopt(temporary, file.Content);
        return file;
    }

    /// <summary>Gives content its name, once it has been checked.</summary>
    /// <param name="temporary">From <see cref="Temporary"/>; gone afterwards.</param>
    public void Adopt(string temporary, Digest content)
    {
        Written = true;
        File.SetLastAccessTimeUtc(temporary, time.GetUtcNow().UtcDateTime);
        Publish(temporary, BlobPath(content));
    }

    /// <summary>A name for a file of this run alone. Those of runs that died are swept by the next that writes.</summary>
    public string Temporary() => Path.Combine(_scratch.Value.Path, Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (_scratch.IsValueCreated) _scratch.Value.Dispose();
    }

    private string PathOf(string kind, Digest digest) => Path.Combine(folder, kind, digest.Hex[..2], digest.Hex);

    private static void Publish(string temporary, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true);
    }

    // The time of access alone: that of change is shared with every tree that the file is linked into.
    private void Touch(FileInfo file)
    {
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (now - file.LastAccessTimeUtc > TouchAfter) file.LastAccessTimeUtc = now;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another run evicted it just now, or the cache is read only: it is merely not kept for longer.
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nobody believes it without checking; it is in nobody's way.
        }
    }
}
