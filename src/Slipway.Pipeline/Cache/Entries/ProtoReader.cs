namespace Slipway.Pipeline.Cache.Entries;

/// <summary>Reads the fields of one message in the wire format of Protocol Buffers, whatever they mean.</summary>
internal static class ProtoReader
{
    public const uint Number = 0;
    public const uint Delimited = 2;

    /// <exception cref="FormatException">The bytes are no message, or end within a field.</exception>
    public static IEnumerable<ProtoField> Fields(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var tag = Varint(bytes.Span, ref at);
            var (field, kind) = ((int)Math.Min(tag >> 3, int.MaxValue), (uint)tag & 7);
            yield return kind switch
            {
                Number => new(field, Varint(bytes.Span, ref at), null),
                Delimited => new(field, 0, Take(bytes, Varint(bytes.Span, ref at), ref at)),
                1 => new(field, 0, Take(bytes, 8, ref at)),
                5 => new(field, 0, Take(bytes, 4, ref at)),
                _ => throw new FormatException($"it has a field of the kind {kind}, which no message has"),
            };
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64 && at < bytes.Length; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new FormatException("it ends within a number");
    }

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, ulong length, ref int at)
    {
        if (length > (ulong)(bytes.Length - at)) throw new FormatException("it is cut short");
        var taken = bytes.Slice(at, (int)length);
        at += (int)length;
        return taken;
    }
}
