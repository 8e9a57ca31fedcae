using System.Collections.Concurrent;
using System.Net;

namespace ServiceDefaults.Testing;

/// <summary>A sink that keeps the events that it is sent, and refuses them as long as it is told to.</summary>
public sealed class RecordedSink : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _events = [];

    /// <summary>The events as they came over the wire, oldest first.</summary>
    public IReadOnlyCollection<string> Events => _events;

    public bool Refuses { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Refuses)
            return new(HttpStatusCode.ServiceUnavailable);

        _events.Enqueue(await request.Content!.ReadAsStringAsync(cancellationToken));
        return new(HttpStatusCode.Accepted);
    }
}
