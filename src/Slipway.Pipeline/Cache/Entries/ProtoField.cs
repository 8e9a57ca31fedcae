namespace Slipway.Pipeline.Cache.Entries;

/// <param name="Number">The field's number.</param>
/// <param name="Value">Where it is a number.</param>
/// <param name="Bytes">Where it is text, bytes or a message; null where it is a number.</param>
internal readonly record struct ProtoField(int Number, ulong Value, ReadOnlyMemory<byte>? Bytes);
