using System.Text;

namespace Slipway.Machine.Tests;

/// <summary>A program that is one file, as .NET's SDK writes it, without a start that would run.</summary>
internal static class OneFile
{
    private static readonly byte[] _mark = Convert.FromHexString("8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae");

    /// <param name="files">What lies in it, by name.</param>
    /// <param name="lie">Added to each length in the list.</param>
    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files, long lie = 0)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(new byte[4096]);
        var pointer = stream.Position;
        writer.Write(0L);
        writer.Write(_mark);
        var written = new List<(string Name, long Offset, long Size)>();
        foreach (var (name, content) in files)
        {
            written.Add((name, stream.Position, content.Length + lie));
            writer.Write(content);
        }
        var list = stream.Position;
        writer.Write(6u);
        writer.Write(0u);
        writer.Write(written.Count);
        writer.Write("an id");
        // Where the host's two documents are, and flags.
        for (var number = 0; number < 5; number++) writer.Write(0L);
        foreach (var (name, offset, size) in written)
        {
            writer.Write(offset);
            writer.Write(size);
            writer.Write(0L);
            writer.Write((byte)1);
            writer.Write(name);
        }
        stream.Position = pointer;
        writer.Write(list);
        return stream.ToArray();
    }
}
