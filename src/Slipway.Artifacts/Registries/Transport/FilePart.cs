using System.Net;

namespace Slipway.Artifacts.Registries.Transport;

/// <summary>A part of a file as the body of a request; the file is read as it goes out.</summary>
internal sealed class FilePart : HttpContent
{
    private const int BufferSize = 128 * 1024;
    private readonly string _path;
    private readonly long _start;
    private readonly long _count;
    private readonly Action<long> _moved;

    /// <param name="path">The file.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="count">How many.</param>
    /// <param name="moved">Gets how many bytes of this part went out.</param>
    public FilePart(string path, long start, long count, Action<long> moved)
    {
        (_path, _start, _count, _moved) = (path, start, count, moved);
        Headers.ContentType = new("application/octet-stream");
        Headers.ContentLength = count;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        file.Position = _start;
        var buffer = new byte[BufferSize];
        for (long sent = 0; sent < _count;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, _count - sent)), cancellationToken);
            if (read == 0) throw new EndOfStreamException($"{_path} became shorter while it was sent.");
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            sent += read;
            _moved(sent);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _count;
        return true;
    }
}
