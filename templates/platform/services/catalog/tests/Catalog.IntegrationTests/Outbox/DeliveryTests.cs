using System.Text.Json;
using Catalog.Persistence;
using Catalog.Pricing;
using Contracts;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Outbox;
using ServiceDefaults.Testing;

namespace Catalog.IntegrationTests.Outbox;

public sealed class DeliveryTests(CatalogService service) : IClassFixture<CatalogService>
{
    private static readonly OutboxOptions _options = new() { Source = "catalog", BatchSize = 10 };

    [Fact]
    public async Task What_waits_is_delivered_in_order_and_once_and_survives_a_sink_that_is_down()
    {
        service.NeedsItsOwnDatabase();
        await ChangePricesAsync(21m, 22m);
        using var wire = new RecordedSink { Refuses = true };

        await Assert.ThrowsAsync<HttpRequestException>(() => DeliverAsync(wire));
        Assert.Equal(2, await WaitingAsync());

        wire.Refuses = false;
        Assert.Equal(2, await DeliverAsync(wire));
        Assert.Equal(0, await DeliverAsync(wire));

        Assert.Equal(0, await WaitingAsync());
        var sent = wire.Events.Select(sent => JsonElement.Parse(sent)).ToList();
        Assert.Equal([21m, 22m], sent.Select(sent => sent.GetProperty("data").GetProperty("newPrice").GetDecimal()));
        Assert.All(sent, sent => Assert.Equal(PriceChanged.Type, sent.GetProperty("type").GetString()));
    }

    private async Task ChangePricesAsync(params decimal[] prices)
    {
        var client = service.CreateClient();
        var product = await client.CreateAsync(CatalogApi.AnyProduct());
        for (var i = 0; i < prices.Length; i++)
            (await client.PutAsync($"/products/{product.Id}/price", new ChangePrice { Price = prices[i] }, $"\"{i + 1}\"")).Dispose();
    }

    private async Task<int> DeliverAsync(RecordedSink wire)
    {
        using var http = new HttpClient(wire, disposeHandler: false) { BaseAddress = new("http://sink/") };
        return await service.ReadAsync(db =>
            new OutboxRelay<CatalogDb>(db, new(http), _options, TimeProvider.System).DeliverAsync(TestContext.Current.CancellationToken));
    }

    private Task<int> WaitingAsync() =>
        service.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(message => message.DeliveredAt == null));
}
