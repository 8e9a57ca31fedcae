using System.Net.Http.Headers;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Pipeline.Cache.Entries;

namespace Slipway.Pipeline.Cache.Remote;

/// <summary>Entries under <c>ac/</c> and compressed content under <c>cas/</c>, as Bazel's remote cache has it. Nothing that it gives is believed.</summary>
internal sealed class RemoteStore(RemoteRequests requests) : IDisposable
{
    // An entry names files; one of this size would name a hundred thousand.
    private const long LargestEntry = 32 << 20;
    private static readonly MediaTypeHeaderValue Bytes = new("application/octet-stream");

    public bool On => requests.Health.On;

    public bool Writes => requests.Health.Writes;

    public Task<byte[]?> FindEntryAsync(Digest address, CancellationToken cancellation) =>
        requests.SendAsync(HttpMethod.Get, $"ac/{address.Hex}", null, 0, ReadEntryAsync, cancellation);

    public Task<bool> PutEntryAsync(Digest address, byte[] entry, CancellationToken cancellation) =>
        PutAsync($"ac/{address.Hex}", new ByteArrayContent(entry), entry.Length, cancellation);

    /// <summary>Writes the plain content of a file to a path, where the server has it and it is what the entry says.</summary>
    /// <param name="blob">The name that the server knows it by.</param>
    /// <param name="file">What it has to be.</param>
    /// <param name="path">A file that does not exist.</param>
    public async Task<bool> FetchAsync(Digest blob, CachedFile file, string path, CancellationToken cancellation)
    {
        var fetched = await requests.SendAsync(HttpMethod.Get, $"cas/{blob.Hex}", null, file.Size, async (response, limit) =>
        {
            await using var source = await response.Content.ReadAsStreamAsync(limit);
            await PackedContent.UnpackAsync(source, packed: blob != file.Content, file, path, limit);
            return path;
        }, cancellation);
        if (fetched is null) File.Delete(path);
        return fetched is not null;
    }

    /// <summary>Compresses content, and uploads it where the server does not have it yet.</summary>
    /// <param name="file">The output.</param>
    /// <param name="plain">Where its content lies.</param>
    /// <param name="temporary">A file that does not exist, for the compressed form.</param>
    /// <returns>The name under which the server has it, or null.</returns>
    public async Task<BlobName?> PutAsync(CachedFile file, string plain, string temporary, CancellationToken cancellation)
    {
        try
        {
            await PackedContent.PackAsync(plain, temporary, cancellation);
            var size = new FileInfo(temporary).Length;
            // What does not become smaller is sent as it is, under its own digest.
            var packed = size < file.Size;
            var name = packed
                ? new BlobName(file.Path, await FileDigest.OfFileAsync(temporary, cancellation), size, file.Executable)
                : new BlobName(file.Path, file.Content, file.Size, file.Executable);
            var path = $"cas/{name.Digest.Hex}";
            if (await requests.SendAsync(HttpMethod.Head, path, null, 0, (_, _) => Task.FromResult<string?>(path), cancellation) is not null) return name;
            await using var source = File.OpenRead(packed ? temporary : plain);
            return await PutAsync(path, new StreamContent(source), name.Size, cancellation) ? name : null;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public void Dispose() => requests.Dispose();

    private async Task<bool> PutAsync(string path, HttpContent content, long bytes, CancellationToken cancellation)
    {
        using (content)
        {
            if (!Writes) return false;
            (content.Headers.ContentType, content.Headers.ContentLength) = (Bytes, bytes);
            return await requests.SendAsync(HttpMethod.Put, path, content, bytes, (_, _) => Task.FromResult<string?>(path), cancellation) is not null;
        }
    }

    private static async Task<byte[]?> ReadEntryAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await response.Content.LoadIntoBufferAsync(LargestEntry, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }
}
