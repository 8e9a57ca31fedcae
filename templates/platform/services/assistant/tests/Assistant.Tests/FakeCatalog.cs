using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace Assistant.Tests;

/// <summary>A catalog of two products, behind the real client.</summary>
internal sealed class FakeCatalog : HttpMessageHandler
{
    public static readonly Guid LampId = Guid.Parse("0c0a6a5e-6a39-4c1c-9c1e-0a6f3c1b2d01");

    private static readonly object _lamp = new { id = LampId, sku = "HL-LAMP-01", name = "Brass lamp", price = 129.00m, currency = "EUR" };
    private static readonly Guid _ropeId = Guid.Parse("0c0a6a5e-6a39-4c1c-9c1e-0a6f3c1b2d02");
    private static readonly object _rope = new { id = _ropeId, sku = "HL-ROPE-08", name = "Hemp rope", price = 24.50m, currency = "EUR" };
    private readonly ConcurrentQueue<string> _asked = [];

    public IReadOnlyCollection<string> Asked => _asked;

    public bool Fails { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.PathAndQuery;
        _asked.Enqueue(address);
        if (Fails)
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest));
        if (address.Contains("q=rope", StringComparison.Ordinal))
            return Json(new { items = new[] { _rope }, next = (string?)null });
        return address == $"/products/{LampId}" ? Json(_lamp) : Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
    }

    private static Task<HttpResponseMessage> Json(object content) =>
        Task.FromResult(new HttpResponseMessage { Content = JsonContent.Create(content) });
}
