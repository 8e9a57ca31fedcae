using System.Buffers;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>Writes fields in the wire format of Protocol Buffers, as proto3 does: a number that is zero is left out.</summary>
internal sealed class ProtoWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void Write(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | ProtoReader.Delimited);
        Varint((ulong)value.Length);
        _bytes.Write(value);
    }

    public void Write(int field, long value)
    {
        if (value == 0) return;
        Varint(((ulong)field << 3) | ProtoReader.Number);
        Varint((ulong)value);
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Varint(ulong value)
    {
        for (; value > 0x7F; value >>= 7) _bytes.Write([(byte)(value | 0x80)]);
        _bytes.Write([(byte)value]);
    }
}
