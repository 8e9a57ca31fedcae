using System.Collections.Immutable;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>
/// What a Bazel cache keeps under <c>/ac/</c>: <c>build.bazel.remote.execution.v2.ActionResult</c>, of which two fields are used. Servers read the
/// list of blobs, to keep them as long as the entry; the signed entry is what the "action" printed. Only the latter is believed.
/// </summary>
internal sealed record ActionResult
{
    private const int OutputFiles = 2;
    private const int StdoutRaw = 5;

    public required ImmutableArray<BlobName> Blobs { get; init; }

    /// <summary>The signed envelope.</summary>
    public required byte[] Envelope { get; init; }

    public byte[] Write()
    {
        var message = new ProtoWriter();
        foreach (var blob in Blobs) message.Write(OutputFiles, blob.Write());
        message.Write(StdoutRaw, Envelope);
        return message.ToArray();
    }

    /// <summary>Skips what it does not know: servers add notes of their own.</summary>
    /// <exception cref="FormatException">It is none, or cut short.</exception>
    public static ActionResult Read(ReadOnlyMemory<byte> bytes)
    {
        var envelope = EnvelopeOf(bytes);
        var blobs = from field in ProtoReader.Fields(bytes) where field is { Number: OutputFiles, Bytes: not null } select BlobName.Read(field.Bytes!.Value);
        return new() { Blobs = [.. blobs], Envelope = envelope.ToArray() };
    }

    /// <summary>The signed envelope alone: most entries are found for what was signed, and no output of theirs is ever fetched.</summary>
    /// <exception cref="FormatException">It is none, or cut short.</exception>
    public static ReadOnlyMemory<byte> EnvelopeOf(ReadOnlyMemory<byte> bytes)
    {
        var envelope = ReadOnlyMemory<byte>.Empty;
        foreach (var field in ProtoReader.Fields(bytes)) if (field is { Number: StdoutRaw, Bytes: { } text }) envelope = text;
        return envelope.IsEmpty ? throw new FormatException("it holds no signed entry") : envelope;
    }
}
