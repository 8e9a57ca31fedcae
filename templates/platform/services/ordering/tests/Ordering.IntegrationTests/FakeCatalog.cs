using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CatalogSdk;

namespace Ordering.IntegrationTests;

/// <summary>A catalog behind the real client: the products that a test gave it, or nothing but errors.</summary>
public sealed class FakeCatalog : HttpMessageHandler
{
    private readonly ConcurrentDictionary<Guid, CatalogProduct> _products = [];

    public bool IsDown { get; set; }

    public CatalogProduct Has(decimal price, string currency = "EUR")
    {
        var product = new CatalogProduct { Id = Guid.NewGuid(), Sku = "SKU", Name = $"Product at {price}", Price = price, Currency = currency };
        _products[product.Id] = product;
        return product;
    }

    public void Reprice(CatalogProduct product, decimal price) => _products[product.Id] = product with { Price = price };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(request.RequestUri!.Segments[^1]);
        HttpResponseMessage response = IsDown ? new(HttpStatusCode.ServiceUnavailable)
            : _products.TryGetValue(id, out var product) ? new() { Content = JsonContent.Create(product, options: JsonSerializerOptions.Web) }
            : new(HttpStatusCode.NotFound);
        return Task.FromResult(response);
    }
}
