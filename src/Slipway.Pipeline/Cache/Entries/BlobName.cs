using System.Text;
using Slipway.Model;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>The name under which a store keeps the content of one output: <c>OutputFile</c> of the protocol.</summary>
/// <param name="Path">The output.</param>
/// <param name="Digest">Of the bytes as stored.</param>
/// <param name="Size">Of the bytes as stored.</param>
internal sealed record BlobName(string Path, Digest Digest, long Size, bool Executable)
{
    public byte[] Write()
    {
        var digest = new ProtoWriter();
        digest.Write(1, Encoding.ASCII.GetBytes(Digest.Hex));
        digest.Write(2, Size);
        var file = new ProtoWriter();
        file.Write(1, Encoding.UTF8.GetBytes(Path));
        file.Write(2, digest.ToArray());
        file.Write(4, Executable ? 1 : 0);
        return file.ToArray();
    }

    /// <exception cref="FormatException">It is no such message, or not named by SHA-256.</exception>
    public static BlobName Read(ReadOnlyMemory<byte> bytes)
    {
        var (path, hash, size, executable) = ("", "", 0L, false);
        foreach (var field in ProtoReader.Fields(bytes))
        {
            if (field is { Number: 1, Bytes: { } text }) path = Encoding.UTF8.GetString(text.Span);
            if (field.Number == 4) executable = field.Value != 0;
            if (field is not { Number: 2, Bytes: { } digest }) continue;
            foreach (var part in ProtoReader.Fields(digest))
            {
                if (part is { Number: 1, Bytes: { } hex }) hash = Encoding.ASCII.GetString(hex.Span);
                if (part.Number == 2) size = (long)part.Value;
            }
        }
        return Digest.TryParse($"sha256:{hash}", out var parsed) ? new(path, parsed, size, executable) : throw new FormatException("a blob of it has no SHA-256");
    }
}
