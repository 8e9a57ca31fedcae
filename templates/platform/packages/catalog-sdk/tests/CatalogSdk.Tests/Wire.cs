using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CatalogSdk.Tests;

/// <summary>A catalog of which only the wire is real: it answers what the test says, and remembers what it was asked.</summary>
internal sealed class Wire(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _asked = [];

    public IReadOnlyList<string> Asked => [.. _asked];

    public static HttpResponseMessage Json(string text) => new() { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Status(HttpStatusCode status) => new(status);

    /// <returns>The client as a service gets it, retries and all.</returns>
    public CatalogClient Client(string address = "http://catalog/")
    {
        var services = new ServiceCollection();
        services.AddCatalogClient(new(address)).ConfigurePrimaryHttpMessageHandler(() => this);
        return services.BuildServiceProvider().GetRequiredService<CatalogClient>();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Enqueue(request.RequestUri!.AbsoluteUri);
        return Task.FromResult(answers[Math.Min(_asked.Count, answers.Length) - 1]());
    }
}
