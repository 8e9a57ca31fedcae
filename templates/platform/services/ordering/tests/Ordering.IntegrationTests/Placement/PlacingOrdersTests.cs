using System.Net;
using System.Text.Json;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Ordering.Orders;
using ServiceDefaults.Outbox;

namespace Ordering.IntegrationTests.Placement;

public sealed class PlacingOrdersTests(OrderingService service) : IClassFixture<OrderingService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task An_order_has_the_catalogs_prices_of_its_moment()
    {
        var lamp = service.Catalog.Has(price: 20.50m);
        var bulb = service.Catalog.Has(price: 1.25m);

        using var created = await _client.PlaceAsync(OrderingApi.Order(OrderingApi.AnyCustomer(), (lamp, 1), (bulb, 4)), "k-1");
        service.Catalog.Reprice(lamp, 99m);
        using var found = await _client.GetAsync(created.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var order = await found.ReadAsync<OrderView>();
        Assert.Equal((25.50m, "EUR", OrderStatus.Placed), (order.Total, order.Currency, order.Status));
        Assert.Equal([(lamp.Name, 1, 20.50m), (bulb.Name, 4, 1.25m)], order.Lines.Select(line => (line.ProductName, line.Quantity, line.UnitPrice)));
    }

    [Fact]
    public async Task A_placed_order_is_published_as_the_contract_says()
    {
        var lamp = service.Catalog.Has(price: 20.50m);

        var customer = OrderingApi.AnyCustomer();
        var order = await _client.PlacedAsync(OrderingApi.Order(customer, (lamp, 2)));

        var subject = order.Id.ToString();
        var message = await service.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(message => message.Subject == subject));
        Assert.Equal(OrderPlaced.Type, message.Type);
        var published = JsonSerializer.Deserialize<OrderPlaced>(message.Payload, JsonSerializerOptions.Web)!;
        Assert.Equal((order.Id, customer, 41.00m, order.PlacedAt), (published.OrderId, published.CustomerId, published.Total, published.PlacedAt));
        Assert.Equal([new() { ProductId = lamp.Id, Quantity = 2, UnitPrice = 20.50m }], published.Lines);
    }
}
