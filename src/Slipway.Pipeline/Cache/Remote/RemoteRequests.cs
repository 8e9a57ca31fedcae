using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Slipway.Pipeline.Cache.Remote;

/// <summary>Sends requests to the remote: few at once, each with a time limit that holds for the content too, none that throws for what the server does.</summary>
internal sealed class RemoteRequests : IDisposable
{
    private readonly RemoteSettings _settings;
    private readonly HttpClient _client;
    private readonly SemaphoreSlim _slots;

    public RemoteRequests(RemoteSettings settings, RemoteHealth health, HttpMessageHandler handler)
    {
        (_settings, Health, _slots) = (settings, health, new(settings.Width));
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        if (settings.Token is { } token) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
    }

    public RemoteHealth Health { get; }

    /// <summary>Asks, and reads the answer where it is a good one.</summary>
    /// <param name="method">GET, HEAD or PUT.</param>
    /// <param name="path">Below the server's address.</param>
    /// <param name="content">What is sent, or null.</param>
    /// <param name="bytes">How much content goes one way or the other, for the time limit.</param>
    /// <param name="read">Reads the answer. What it throws as <see cref="InvalidDataException"/> counts as a failure of the server.</param>
    /// <returns>Null where the server has nothing, or failed; the latter was said.</returns>
    public async Task<T?> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, long bytes, Func<HttpResponseMessage, CancellationToken, Task<T?>> read, CancellationToken cancellation)
        where T : class
    {
        if (!Health.On) return null;
        await _slots.WaitAsync(cancellation);
        var what = $"answer {method} {path}";
        var limit = _settings.Limit + TimeSpan.FromSeconds((double)bytes / _settings.SlowestRate);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.CancelAfter(limit);
        try
        {
            // It may have been given up while this waited for its turn.
            if (!Health.On) return null;
            using var request = new HttpRequestMessage(method, new Uri(_settings.Address, path)) { Content = content };
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token);
            if (response.IsSuccessStatusCode) return await read(response, clock.Token);
            Judge(method, response.StatusCode, what);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Health.Failed(what, $"not within {limit.TotalSeconds:0.#} s");
            return null;
        }
        catch (InvalidDataException lie)
        {
            Health.Failed(what, lie.Message, Codes.ContentDiffers);
            return null;
        }
        // Any other IOException is of a file of ours.
        catch (Exception error) when (error is HttpRequestException or HttpIOException or IOException { InnerException: SocketException })
        {
            Health.Failed(what, error.Message.TrimEnd('.'));
            return null;
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _slots.Dispose();
    }

    private void Judge(HttpMethod method, HttpStatusCode status, string what)
    {
        if (status is HttpStatusCode.NotFound or HttpStatusCode.Gone && method != HttpMethod.Put) return;
        var denied = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        if (method == HttpMethod.Put && (denied || status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)) Health.Refused((int)status);
        else if (denied) Health.Denied((int)status);
        else Health.Failed(what, $"it answered {(int)status}");
    }
}
