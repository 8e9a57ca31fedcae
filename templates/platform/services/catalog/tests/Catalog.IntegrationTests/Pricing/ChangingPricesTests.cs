using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Catalog.Pricing;
using Catalog.Products;
using Contracts;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;
using ServiceDefaults.Outbox;

namespace Catalog.IntegrationTests.Pricing;

public sealed class ChangingPricesTests(CatalogService service) : IClassFixture<CatalogService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_new_price_is_in_force_in_the_history_and_published()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());

        using var response = await PutAsync(product, 25.50m, "\"1\"");

        Assert.Equal(25.50m, (await response.ReadAsync<ProductView>()).Price);
        var step = Assert.Single((await HistoryAsync(product, "")).Items);
        Assert.Equal((20.00m, 25.50m), (step.OldPrice, step.NewPrice));
        var published = Assert.Single(await PublishedAsync(product));
        Assert.Equal((product.Id, 20.00m, 25.50m, "EUR"), (published.ProductId, published.OldPrice, published.NewPrice, published.Currency));
    }

    [Fact]
    public async Task The_price_that_it_has_already_leaves_no_trace()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());

        using var response = await PutAsync(product, product.Price, "\"1\"");

        Assert.Equal("\"1\"", response.Headers.ETag?.Tag);
        Assert.Empty((await HistoryAsync(product, "")).Items);
        Assert.Empty(await PublishedAsync(product));
    }

    [Fact]
    public async Task A_refused_change_publishes_nothing()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());

        using var stale = await PutAsync(product, 25.00m, "\"7\"");
        using var wrong = await PutAsync(product, -1m, "\"1\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Empty(await PublishedAsync(product));
    }

    [Fact]
    public async Task The_history_comes_newest_first_in_pages()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());
        for (var version = 1; version <= 3; version++)
            (await PutAsync(product, 20m + version, $"\"{version}\"")).Dispose();

        var newest = await HistoryAsync(product, "?limit=2");
        var oldest = await HistoryAsync(product, $"?limit=2&after={newest.Next}");

        Assert.Equal([23m, 22m], newest.Items.Select(step => step.NewPrice));
        Assert.Equal([21m], oldest.Items.Select(step => step.NewPrice));
        Assert.Null(oldest.Next);
    }

    private Task<HttpResponseMessage> PutAsync(ProductView product, decimal price, string ifMatch) =>
        _client.PutAsync($"/products/{product.Id}/price", new ChangePrice { Price = price }, ifMatch);

    private async Task<Page<PriceChangeView>> HistoryAsync(ProductView product, string query) =>
        (await _client.GetFromJsonAsync<Page<PriceChangeView>>(
            $"/products/{product.Id}/price-changes{query}", TestContext.Current.CancellationToken))!;

    private async Task<IReadOnlyList<PriceChanged>> PublishedAsync(ProductView product)
    {
        var subject = product.Id.ToString();
        var messages = await service.ReadAsync(db => db.Set<OutboxMessage>().Where(message => message.Subject == subject).ToListAsync());
        Assert.All(messages, message => Assert.Equal(PriceChanged.Type, message.Type));
        return [.. messages.Select(message => JsonSerializer.Deserialize<PriceChanged>(message.Payload, JsonSerializerOptions.Web)!)];
    }
}
