using System.Security.Cryptography;
using System.Text;
using Slipway.Model;

namespace Slipway.Machine.Files;

/// <summary>Digests of what lies on disk, read as a stream: the size of a file does not matter.</summary>
public static class FileDigest
{
    private static readonly SharedDigests _shared = new(TimeProvider.System);

    /// <summary>Of what a file holds. One that has several names is read once in a process, as long as the system says that nothing has changed it.</summary>
    public static Digest OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return _shared.Of(stream, static file => Digest.FromHash(SHA256.HashData(file)));
    }

    public static async Task<Digest> OfFileAsync(string path, CancellationToken cancellationToken = default)
    {
        const FileOptions Options = FileOptions.Asynchronous | FileOptions.SequentialScan;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, Options);
        await using (stream.ConfigureAwait(false))
        {
            return Digest.FromHash(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Of the paths and contents of all files below a folder: independent of times, owners, modes and the folder's own place.</summary>
    public static Digest OfFolder(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in FileTree.Files(folder))
        {
            var full = Path.Combine(folder, path);
            var content = new FileInfo(full).LinkTarget is { } link ? Digest.Of($"link:{link}") : OfFile(full);
            // No path holds NUL, so two lists of files never give the same bytes.
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{content}\0"));
        }
        return Digest.FromHash(hash.GetHashAndReset());
    }
}
