using Slipway.Machine.Files;
using Slipway.Model;

namespace Slipway.Artifacts.Oci;

/// <summary>The blobs of a layout that is being written: each takes its digest for its name once all of it is there.</summary>
/// <param name="layout">The layout's folder, absolute.</param>
internal sealed class BlobFolder(string layout)
{
    private const int Buffer = 1 << 18;
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public string PathOf(Digest digest) => Path.Combine(layout, LayoutPath.Blobs, digest.Hex);

    public Descriptor Put(string mediaType, ReadOnlySpan<byte> content)
    {
        var descriptor = Descriptor.Of(mediaType, content);
        Directory.CreateDirectory(Path.Combine(layout, LayoutPath.Blobs));
        File.WriteAllBytes(PathOf(descriptor.Digest), content);
        SetMode(PathOf(descriptor.Digest));
        return descriptor;
    }

    /// <summary>Writes a blob as a stream; its digest is taken on the way.</summary>
    public async Task<Descriptor> PutAsync(string mediaType, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(Path.Combine(layout, LayoutPath.Blobs));
        var unfinished = Path.Combine(layout, LayoutPath.Blobs, $"{Guid.NewGuid():N}.tmp");
        try
        {
            var descriptor = await WriteAsync(unfinished, mediaType, write);
            File.Move(unfinished, PathOf(descriptor.Digest), overwrite: true);
            SetMode(PathOf(descriptor.Digest));
            return descriptor;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public Task<Descriptor> PutFileAsync(string mediaType, string source, CancellationToken cancellation) => PutAsync(mediaType, async target =>
    {
        await using var file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        await file.CopyToAsync(target, Buffer, cancellation);
    });

    /// <summary>
    /// Gives a file of another layout a name here too, where the file system can, and copies it where not: a layer that a hundred images have in
    /// common lies on the disk once. What it holds is read all the same.
    /// </summary>
    public async Task<Descriptor> ShareFileAsync(string mediaType, string source, CancellationToken cancellation)
    {
        var name = Path.Combine(layout, LayoutPath.Blobs, $"{Guid.NewGuid():N}.tmp");
        Directory.CreateDirectory(Path.GetDirectoryName(name)!);
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(source) != Mode || !FileTree.TryLink(source, name)) return await PutFileAsync(mediaType, source, cancellation);
        try
        {
            var descriptor = new Descriptor(mediaType, await FileDigest.OfFileAsync(name, cancellation), new FileInfo(name).Length);
            File.Move(name, PathOf(descriptor.Digest), overwrite: true);
            return descriptor;
        }
        finally
        {
            File.Delete(name);
        }
    }

    private static async Task<Descriptor> WriteAsync(string path, string mediaType, Func<Stream, Task> write)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);
        await using var hashing = new HashingStream(file);
        await write(hashing);
        return new(mediaType, hashing.Finish(), hashing.Length);
    }

    private static void SetMode(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Mode);
    }
}
