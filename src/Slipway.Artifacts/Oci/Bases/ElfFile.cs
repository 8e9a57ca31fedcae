using System.Buffers.Binary;
using System.Text;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>What a program or library of Linux says that it needs: its loader, and libraries by name. Of 64 bits, little-endian, as all that .NET runs on.</summary>
internal sealed class ElfFile
{
    private const int LoadSegment = 1;
    private const int DynamicSegment = 2;
    private const int LoaderSegment = 3;
    private const long NeededTag = 1;
    private const long StringsTag = 5;

    private readonly byte[] _bytes;
    private readonly List<(int Type, long Offset, long Address, long Size)> _segments = [];

    private ElfFile(byte[] bytes)
    {
        _bytes = bytes;
        var (table, size, count) = (Long(32), Short(54), Short(56));
        for (var index = 0; index < count; index++)
        {
            var at = table + (index * size);
            _segments.Add((Int(at), Long(at + 8), Long(at + 16), Long(at + 32)));
        }
    }

    /// <summary>The processor, as the format numbers it.</summary>
    public int Machine => Short(18);

    /// <summary>The program that loads it, absolute; null for a library.</summary>
    public string? Loader => _segments.Where(segment => segment.Type == LoaderSegment).Select(segment => Text(segment.Offset)).FirstOrDefault();

    /// <summary>Names of the libraries that have to be loaded with it.</summary>
    public IEnumerable<string> Needed
    {
        get
        {
            var tags = _segments.Where(segment => segment.Type == DynamicSegment).SelectMany(Tags).ToList();
            var strings = tags.Where(tag => tag.Name == StringsTag).Select(tag => OffsetOf(tag.Value)).FirstOrDefault();
            return tags.Where(tag => tag.Name == NeededTag).Select(tag => Text(strings + tag.Value));
        }
    }

    /// <summary>Null for what is no such file.</summary>
    public static ElfFile? Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.AsSpan().StartsWith("\u007fELF"u8) && bytes.Length > 64 && bytes[4] == 2 && bytes[5] == 1 ? new(bytes) : null;
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary><see cref="Machine"/> of a file of which nothing else is asked; null for what is no such file.</summary>
    public static int? MachineOf(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[20];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.StartsWith("\u007fELF"u8)
            ? BinaryPrimitives.ReadUInt16LittleEndian(head[18..])
            : null;
    }

    private IEnumerable<(long Name, long Value)> Tags((int Type, long Offset, long Address, long Size) segment)
    {
        for (var at = segment.Offset; at < segment.Offset + segment.Size && Long(at) != 0; at += 16) yield return (Long(at), Long(at + 8));
    }

    private long OffsetOf(long address)
    {
        var load = _segments.First(segment => segment.Type == LoadSegment && address >= segment.Address && address < segment.Address + segment.Size);
        return address - load.Address + load.Offset;
    }

    private string Text(long offset)
    {
        var rest = _bytes.AsSpan((int)offset);
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private int Short(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan((int)offset));

    private int Int(long offset) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan((int)offset));

    private long Long(long offset) => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan((int)offset));
}
