using System.Collections.Immutable;
using System.Text;

namespace Slipway.Machine.Programs;

/// <summary>
/// A program that .NET's SDK has published as one file: the start of a program for one system, behind it the files that it is made of, and a list
/// of them. Read as bytes; nothing of it is loaded or run.
/// </summary>
public static class SingleFile
{
    // SHA-256 of ".net core bundle": eight bytes before it say where the list is.
    private static readonly byte[] _mark =
    [
        0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32,
        0x13, 0xf5, 0xb9, 0xe6, 0xef, 0xae, 0x33, 0x18, 0xee, 0x3b, 0x2d, 0xce, 0x24, 0xb3, 0x6a, 0xae,
    ];

    // .NET 6 and later: the list says of each file whether it is compressed.
    private const uint Least = 6;
    private const int Most = 100_000;

    /// <param name="path">A file of any kind.</param>
    /// <returns>What lies in it; empty for every other file, and for one whose list makes no sense.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImmutableArray<SingleFileEntry> Read(string path)
    {
        using var stream = File.OpenRead(path);
        if (Begin(stream) is not { } begin) return [];
        try
        {
            stream.Position = begin;
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return List(reader, path);
        }
        catch (Exception failure) when (failure is EndOfStreamException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Writes everything that lies in a program into a folder, where <c>dotnet exec</c> can run it.</summary>
    /// <param name="path">The program.</param>
    /// <param name="folder">Made where it is missing.</param>
    /// <exception cref="InvalidDataException">Its list says more than there is, or names a place outside.</exception>
    public static void Unpack(string path, string folder)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (var entry in Read(path))
        {
            var target = Path.GetFullPath(Path.Combine(root, entry.Path));
            if (!target.StartsWith(root, StringComparison.Ordinal)) throw new InvalidDataException($"{path} holds {entry.Path}, which would lie outside of it.");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, entry.ReadBytes());
        }
    }

    private static ImmutableArray<SingleFileEntry> List(BinaryReader reader, string path)
    {
        var (major, _, count) = (reader.ReadUInt32(), reader.ReadUInt32(), reader.ReadInt32());
        if (major < Least || count is < 0 or > Most) return [];
        _ = reader.ReadString();
        // Where the two documents of the host are, and flags.
        reader.BaseStream.Position += 5 * sizeof(long);
        var entries = ImmutableArray.CreateBuilder<SingleFileEntry>(count);
        for (var index = 0; index < count; index++)
        {
            var (offset, size, compressed, _) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadByte());
            entries.Add(new(path, reader.ReadString(), offset, size, compressed));
        }
        return entries.ToImmutable();
    }

    // It lies in the start of the program, which is far smaller than what a bundle may hold; a mark without a list is an ordinary start.
    private static long? Begin(FileStream stream)
    {
        const int block = 1 << 20;
        var (buffer, kept) = (new byte[block + _mark.Length + sizeof(long)], 0);
        for (int read; (read = stream.ReadAtLeast(buffer.AsSpan(kept, block), block, throwOnEndOfStream: false)) > 0;)
        {
            var held = buffer.AsSpan(0, kept + read);
            if (held.IndexOf(_mark) is >= sizeof(long) and var found)
                return BitConverter.ToInt64(held[(found - sizeof(long))..]) is > 0 and var begin && begin < stream.Length ? begin : null;
            kept = Math.Min(held.Length, _mark.Length + sizeof(long));
            held[^kept..].CopyTo(buffer);
        }
        return null;
    }
}
