using System.Collections.Concurrent;
using Slipway.Model;

namespace Slipway.Machine.Files;

/// <summary>
/// The digests of files that have several names, such as a layer that releases have in common: such a file is read once for all of them, until its
/// status changes. Whoever alters a file, or gives it a name, or takes one away, changes that.
/// </summary>
/// <param name="time">Tells what has changed just now.</param>
internal sealed class SharedDigests(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Digest> _known = [];

    /// <param name="file">Open at its beginning.</param>
    /// <param name="read">Takes the digest of what it holds.</param>
    public Digest Of(FileStream file, Func<FileStream, Digest> read)
    {
        if (FileStatus.SettledStampOf(file.SafeFileHandle, time.GetUtcNow()) is not { } stamp) return read(file);
        if (_known.TryGetValue(stamp, out var known)) return known;
        var digest = read(file);
        // What was written while it was read is neither the old nor the new.
        if (FileStatus.SettledStampOf(file.SafeFileHandle, time.GetUtcNow()) == stamp) _known[stamp] = digest;
        return digest;
    }
}
