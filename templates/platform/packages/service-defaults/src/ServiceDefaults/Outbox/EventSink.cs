using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceDefaults.Outbox;

/// <summary>Where events go: an HTTP address that takes CloudEvents, such as a broker's ingress.</summary>
public sealed class EventSink(HttpClient http)
{
    /// <exception cref="HttpRequestException">It did not take the event.</exception>
    public async Task DeliverAsync(CloudEvent message, CancellationToken cancellation)
    {
        using var content = JsonContent.Create(message, new MediaTypeHeaderValue(CloudEvent.MediaType), JsonSerializerOptions.Web);
        using var response = await http.PostAsync((Uri?)null, content, cancellation);
        response.EnsureSuccessStatusCode();
    }
}
