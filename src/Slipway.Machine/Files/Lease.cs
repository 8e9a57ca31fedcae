using System.Diagnostics.CodeAnalysis;

namespace Slipway.Machine.Files;

/// <summary>A file that says that its owner lives: the kernel locks it, and frees it when the owner dies in whatever way.</summary>
internal sealed class Lease : IDisposable
{
    private readonly FileStream _stream;

    private Lease(string path, FileStream stream) => (Path, _stream) = (path, stream);

    public string Path { get; }

    /// <summary>Takes the lease when nobody holds it.</summary>
    public static bool TryTake(string path, [NotNullWhen(true)] out Lease? lease)
    {
        lease = null;
        try
        {
            lease = new(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException))
        {
            return false;
        }
        return true;
    }

    /// <summary>Whether the lease's file still has its name; null where nobody can tell. Who opened it just before it was removed holds nothing.</summary>
    public bool? IsInPlace => FileStatus.Of(_stream.SafeFileHandle) is { } mine ? FileStatus.Of(Path) == mine : null;

    /// <summary>Frees the lease; the file stays, because removing a lock file while others open it gives two owners.</summary>
    public void Dispose() => _stream.Dispose();
}
