using System.Collections.Concurrent;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>
/// A base image that is kept in the cache. Disks lose bytes and people delete files, so it is hashed whole before it is used, and brought again
/// where it is not what it was: nobody wrote it, so nobody's configuration is to blame.
/// </summary>
internal static class KeptLayout
{
    // One at a time for each place: units are packaged several at once, and all want the same.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <summary>Reads it, and brings it first where it is missing or damaged.</summary>
    /// <param name="folder">Where it is kept, absolute.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="bring">Writes the whole layout at <paramref name="folder"/>, over what lies there.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The image; with <see cref="BaseImage.Mended"/> where a damaged one was replaced.</returns>
    /// <exception cref="KnownFailureException">It is damaged and cannot be brought again.</exception>
    public static async Task<BaseImage> UseAsync(string folder, Func<BaseImage> read, Func<CancellationToken, Task> bring, CancellationToken cancellation)
    {
        var gate = Gates.GetOrAdd(folder, _ => new(1));
        await gate.WaitAsync(cancellation);
        try
        {
            if (!Directory.Exists(folder)) await bring(cancellation);
            var (image, damage) = Try(read);
            if (damage is null) return image!;
            try
            {
                await bring(cancellation);
            }
            catch (KnownFailureException failure)
            {
                throw new KnownFailureException([Damaged(folder, damage), .. failure.Problems]);
            }
            (image, var still) = Try(read);
            if (still is not null) throw new KnownFailureException(Damaged(folder, still));
            return image! with { Mended = $"the base image that was kept in {folder} was damaged ({damage}), and was brought again" };
        }
        finally
        {
            gate.Release();
        }
    }

    private static (BaseImage? Image, string? Damage) Try(Func<BaseImage> read)
    {
        try
        {
            var image = read();
            var blobs = new BlobFolder(image.Layout);
            // Of index, manifest and configuration reading holds the digests.
            var changed = image.Layers.AsParallel().AsOrdered().Where(layer => FileDigest.OfFile(blobs.PathOf(layer.Digest)) != layer.Digest).FirstOrDefault();
            return changed is null ? (image, null) : (null, $"its layer {changed.Digest} has other bytes");
        }
        catch (BadInputException bad)
        {
            return (null, bad.Problems[0].Message.TrimEnd('.'));
        }
        catch (Exception error) when (error.GetBaseException() is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, error.GetBaseException().Message.TrimEnd('.'));
        }
    }

    private static Problem Damaged(string folder, string damage) => new()
    {
        Code = Codes.KeptImageDamaged,
        Message = $"The base image that is kept in {folder} is damaged, and could not be brought again: {damage}.",
        Mend = $"See that the disk is in order and the registry is in reach; {folder} can be deleted at any time.",
    };
}
