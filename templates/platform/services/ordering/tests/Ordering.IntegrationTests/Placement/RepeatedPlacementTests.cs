using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Ordering.Orders;
using ServiceDefaults.Outbox;

namespace Ordering.IntegrationTests.Placement;

public sealed class RepeatedPlacementTests(OrderingService service) : IClassFixture<OrderingService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task The_same_request_again_gets_the_same_order_even_when_prices_have_changed_or_the_catalog_is_down()
    {
        var lamp = service.Catalog.Has(price: 20m);
        var repeats = OrderingApi.AnyCustomer();
        var request = OrderingApi.Order(repeats, (lamp, 1));
        using var first = await _client.PlaceAsync(request, "key");

        service.Catalog.Reprice(lamp, 30m);
        service.Catalog.IsDown = true;
        using var second = await _client.PlaceAsync(request, "key");
        service.Catalog.IsDown = false;

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equivalent(await first.ReadAsync<OrderView>(), await second.ReadAsync<OrderView>(), strict: true);
        Assert.Equal(1, await OrdersOfAsync(repeats));
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_places_and_publishes_one_order()
    {
        var hurries = OrderingApi.AnyCustomer();
        var request = OrderingApi.Order(hurries, (service.Catalog.Has(price: 20m), 1));

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.PlaceAsync(request, "key")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        var location = Assert.Single(responses.Select(response => response.Headers.Location).Distinct());
        Assert.Equal(1, await OrdersOfAsync(hurries));
        var id = location!.OriginalString.Split('/')[^1];
        Assert.Equal(1, await service.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(message => message.Subject == id)));
    }

    [Fact]
    public async Task A_key_that_placed_another_order_is_refused()
    {
        var lamp = service.Catalog.Has(price: 20m);
        var errs = OrderingApi.AnyCustomer();
        (await _client.PlaceAsync(OrderingApi.Order(errs, (lamp, 1)), "key")).Dispose();

        using var other = await _client.PlaceAsync(OrderingApi.Order(errs, (lamp, 2)), "key");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("Key used before", (await other.ReadAsync<ProblemDetails>()).Title);
        Assert.Equal(1, await OrdersOfAsync(errs));
    }

    [Fact]
    public async Task Two_customers_may_have_the_same_key()
    {
        var lamp = service.Catalog.Has(price: 20m);

        using var one = await _client.PlaceAsync(OrderingApi.Order(OrderingApi.AnyCustomer(), (lamp, 1)), "shared");
        using var two = await _client.PlaceAsync(OrderingApi.Order(OrderingApi.AnyCustomer(), (lamp, 1)), "shared");

        Assert.NotEqual(one.Headers.Location, two.Headers.Location);
    }

    private Task<int> OrdersOfAsync(string customer) =>
        service.ReadAsync(db => db.Orders.CountAsync(order => order.CustomerId == customer));
}
