using System.IO.Compression;

namespace Slipway.Machine.Programs;

/// <summary>One file inside a program that is one file.</summary>
/// <param name="Program">The program, absolute.</param>
/// <param name="Path">Its own name, relative, with forward slashes.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Size">Its length, in bytes.</param>
/// <param name="CompressedSize">The bytes that it takes where it is compressed; 0 where it is not.</param>
public sealed record SingleFileEntry(string Program, string Path, long Offset, long Size, long CompressedSize)
{
    /// <summary>What it holds.</summary>
    /// <exception cref="InvalidDataException">The list says more than there is.</exception>
    public byte[] ReadBytes()
    {
        using var stream = File.OpenRead(Program);
        var taken = CompressedSize == 0 ? Size : CompressedSize;
        if (Offset < 0 || taken < 0 || Size < 0 || Size > Array.MaxLength || Offset > stream.Length - taken)
            throw new InvalidDataException($"{Program} says of {Path} more than it holds.");
        stream.Position = Offset;
        var bytes = new byte[Size];
        if (CompressedSize == 0)
        {
            stream.ReadExactly(bytes);
            return bytes;
        }
        using var deflate = new DeflateStream(stream, CompressionMode.Decompress);
        try
        {
            deflate.ReadExactly(bytes);
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException($"{Program} says of {Path} more than it holds.", end);
        }
        return bytes;
    }
}
