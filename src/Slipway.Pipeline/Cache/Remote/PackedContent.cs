using System.Buffers;
using System.Security.Cryptography;
using Slipway.Model;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Slipway.Pipeline.Cache.Remote;

/// <summary>Content as it travels: compressed with zstd, and checked while it is unpacked.</summary>
internal static class PackedContent
{
    // Level 3 packed a platform's assemblies as fast as level 1, and smaller.
    private const int Level = 3;
    private const int Buffer = 1 << 16;

    public static async Task PackAsync(string plain, string packed, CancellationToken cancellation)
    {
        await using var source = File.OpenRead(plain);
        await using var target = new FileStream(packed, FileMode.CreateNew);
        await using var compressed = new CompressionStream(target, Level);
        await source.CopyToAsync(compressed, Buffer, cancellation);
    }

    /// <exception cref="InvalidDataException">It is not what the entry says. The path may hold some of it.</exception>
    public static async Task UnpackAsync(Stream source, bool packed, CachedFile file, string path, CancellationToken cancellation)
    {
        await using var plain = packed ? Unpacked(source) : source;
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            var size = 0L;
            for (int read; (read = await ReadAsync(plain, buffer, cancellation)) > 0;)
            {
                // A few bytes can unpack to very many: not one more than was signed is written.
                if ((size += read) > file.Size) throw new InvalidDataException($"it gave more than the {file.Size} bytes of {file.Path}");
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            if (size != file.Size || Digest.FromHash(hash.GetHashAndReset()) != file.Content)
                throw new InvalidDataException($"it gave something else than the content of {file.Path}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static DecompressionStream Unpacked(Stream source)
    {
        var stream = new DecompressionStream(source);
        // Who sends it says how much memory it takes, up to this; our own level takes a quarter of it.
        stream.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, 23);
        return stream;
    }

    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer.AsMemory(0, Buffer), cancellation);
        }
        catch (ZstdException error)
        {
            throw new InvalidDataException("it gave something that is no zstd", error);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("it gave a part only", error);
        }
    }
}
