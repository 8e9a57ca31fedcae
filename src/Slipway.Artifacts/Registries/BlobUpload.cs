using System.Net;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Artifacts.Registries.Transport;

namespace Slipway.Artifacts.Registries;

/// <summary>
/// Uploads one blob: not at all where it is there, else part by part. After a fault the registry is asked how much it has, and the rest
/// follows; where it has forgotten the upload, a new one begins.
/// </summary>
internal sealed class BlobUpload(RegistryTransport transport, RegistryRepository repository, BlobDescriptor blob, string path)
{
    private readonly RegistryReference _at = repository.At;
    private Uri? _location;
    private long _sent;
    private long _least;
    private int _begun;
    private bool _isUnsure;

    /// <returns>Whether anything was sent.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (await transport.TryAsync(IsThereAsync, cancellation)) return false;
        // Step by step: a long upload may meet many faults, as long as each is overcome.
        while (!await transport.TryAsync(StepAsync, cancellation))
        {
        }
        return true;
    }

    private async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        using var patience = new Patience(transport.Options, 0, cancellation);
        using var response = await transport.SendAsync(_at, push: true, () => new(HttpMethod.Head, repository.Address($"blobs/{blob.Digest}")), patience, cancellation);
        return response.StatusCode switch
        {
            // A registry that has a blob of that name and another size has none of it.
            HttpStatusCode.OK => response.Content.Headers.ContentLength is not { } length || length == blob.Size,
            HttpStatusCode.NotFound => false,
            _ => throw await transport.UnexpectedAsync($"Looking for {blob.Digest} in {_at.Repository}", _at, response, cancellation),
        };
    }

    /// <returns>Whether it was the last.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        if (_isUnsure && _location is not null) await ResumeAsync(cancellation);
        var isLast = _location is not null && _sent == blob.Size;
        _isUnsure = true;
        if (_location is null) await BeginAsync(cancellation);
        else if (isLast) await FinishAsync(cancellation);
        else await SendPartAsync(cancellation);
        _isUnsure = false;
        return isLast;
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (_begun >= transport.Options.Attempts)
            throw RegistryFault.Of(Codes.RegistryRefused, $"Uploading {blob.Digest} failed: {_at.Host} let it begin {_begun} times and never end.", "Try again later.");
        using var patience = new Patience(transport.Options, 0, cancellation);
        using var response = await transport.SendAsync(_at, push: true, () => new(HttpMethod.Post, repository.Address("blobs/uploads/")) { Content = new ByteArrayContent([]) }, patience, cancellation);
        if (response.StatusCode is not HttpStatusCode.Accepted) throw await transport.UnexpectedAsync($"Beginning an upload to {_at.Repository}", _at, response, cancellation);
        _sent = 0;
        _begun++;
        _least = response.Headers.TryGetValues("OCI-Chunk-Min-Length", out var least) && long.TryParse(least.First(), out var bytes) ? Math.Max(0, bytes) : 0;
        _location = LocationOf(response) ?? throw RegistryTransport.Answered(_at.Host, "it begins an upload without saying where");
    }

    private async Task SendPartAsync(CancellationToken cancellation)
    {
        var (start, count) = (_sent, Math.Min(blob.Size - _sent, Math.Max(transport.Options.ChunkSize, _least)));
        using var patience = new Patience(transport.Options, count, cancellation);
        using var response = await transport.SendAsync(_at, push: true, () => Part(start, count, patience), patience, cancellation);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable) throw await ForgottenAsync(response, cancellation);
        if (response.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.NoContent)) throw await transport.UnexpectedAsync($"Uploading {blob.Digest} to {_at.Repository}", _at, response, cancellation);
        _location = LocationOf(response) ?? _location;
        // What counts is what arrived: a part that was cut short is continued where it ended.
        var arrived = ArrivedOf(response) ?? start + count;
        if (arrived == 0 && count == 1) arrived = 1;
        if (arrived <= start)
            throw BeginAnew(RegistryFault.Of(Codes.RegistryRefused, $"Uploading {blob.Digest} failed: {_at.Host} takes a part and keeps nothing of it.", "Try again later.", retry: true));
        _sent = arrived <= start + count ? arrived : throw RegistryTransport.Answered(_at.Host, $"it has {arrived} bytes of an upload of which {start + count} were sent");
    }

    private HttpRequestMessage Part(long start, long count, Patience patience)
    {
        var body = new FilePart(path, start, count, moved =>
        {
            patience.Moved();
            transport.Options.Progress?.Report(new(blob.Digest, start + moved, blob.Size));
        });
        // The protocol has its own form of this header, without the unit.
        body.Headers.TryAddWithoutValidation("Content-Range", $"{start}-{start + count - 1}");
        return new(HttpMethod.Patch, _location) { Content = body };
    }

    private async Task FinishAsync(CancellationToken cancellation)
    {
        var address = new UriBuilder(_location!);
        address.Query = $"{address.Query.TrimStart('?')}{(address.Query.Length > 1 ? "&" : "")}digest={Uri.EscapeDataString(blob.Digest.ToString())}";
        using var patience = new Patience(transport.Options, blob.Size, cancellation);
        using var response = await transport.SendAsync(_at, push: true, () => new(HttpMethod.Put, address.Uri) { Content = new ByteArrayContent([]) { Headers = { ContentType = new("application/octet-stream") } } }, patience, cancellation);
        if (response.StatusCode is HttpStatusCode.Created or HttpStatusCode.NoContent)
        {
            if (response.Headers.TryGetValues("Docker-Content-Digest", out var said) && said.First() != blob.Digest.ToString())
                throw BeginAnew(RegistryRepository.Differs($"{blob.Digest} was sent, and {said.First()} arrived", retry: true));
            return;
        }
        // What arrived is not what was sent: from the start.
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable) throw await ForgottenAsync(response, cancellation);
        throw await transport.UnexpectedAsync($"Finishing the upload of {blob.Digest} to {_at.Repository}", _at, response, cancellation);
    }

    private async Task ResumeAsync(CancellationToken cancellation)
    {
        using var patience = new Patience(transport.Options, 0, cancellation);
        using var response = await transport.SendAsync(_at, push: true, () => new(HttpMethod.Get, _location), patience, cancellation);
        if ((int)response.StatusCode is 408 or 429 or >= 500) throw await transport.UnexpectedAsync($"Resuming {blob.Digest}", _at, response, cancellation);
        var arrived = response.StatusCode is HttpStatusCode.NoContent ? ArrivedOf(response) : null;
        // Of one byte a registry cannot say whether it arrived.
        _location = arrived is null || arrived > blob.Size || blob.Size == 1 ? null : LocationOf(response) ?? _location;
        _sent = arrived ?? 0;
    }

    private async Task<RegistryFault> ForgottenAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var fault = await transport.UnexpectedAsync($"Uploading {blob.Digest} to {_at.Repository}", _at, response, cancellation);
        return BeginAnew(new(fault.Problem with { Code = Codes.RegistryRefused }, retry: true));
    }

    private RegistryFault BeginAnew(RegistryFault fault)
    {
        _location = null;
        return _begun < transport.Options.Attempts ? fault : new(fault.Problem, retry: false);
    }

    private Uri? LocationOf(HttpResponseMessage response) => response.Headers.Location is { } location ? new Uri(_at.Root, location) : null;

    // "0-99" says that 100 bytes arrived. "0-0" is said of one byte, and of none.
    private static long? ArrivedOf(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Range", out var ranges)) return null;
        var text = ranges.First();
        if (text.StartsWith("bytes=", StringComparison.Ordinal)) text = text["bytes=".Length..];
        return text.Split('-') is ["0", var last] && long.TryParse(last, out var end) ? (end == 0 ? 0 : end + 1) : null;
    }
}
