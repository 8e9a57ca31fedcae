using System.Net;
using Ordering.Orders;

namespace Ordering.IntegrationTests.Orders;

public sealed class CancellingOrdersTests(OrderingService service) : IClassFixture<OrderingService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_cancelled_order_is_kept_and_says_so()
    {
        var order = await PlacedAsync();

        using var cancelled = await _client.CancelAsync(order, "\"1\"");
        using var found = await _client.GetAsync($"/orders/{order.Id}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal("\"2\"", cancelled.Headers.ETag?.Tag);
        var view = await found.ReadAsync<OrderView>();
        Assert.Equal(OrderStatus.Cancelled, view.Status);
        Assert.NotNull(view.CancelledAt);
        Assert.Equivalent(await cancelled.ReadAsync<OrderView>(), view, strict: true);
    }

    [Fact]
    public async Task Of_two_who_cancel_the_same_version_one_is_told_that_it_came_late()
    {
        var order = await PlacedAsync();

        var responses = await Task.WhenAll(_client.CancelAsync(order, "\"1\""), _client.CancelAsync(order, "\"1\""));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], responses.Select(response => response.StatusCode).Order());
    }

    [Fact]
    public async Task Without_the_version_nothing_is_cancelled()
    {
        var order = await PlacedAsync();

        using var response = await _client.CancelAsync(order, ifMatch: null);

        Assert.Equal(HttpStatusCode.PreconditionRequired, response.StatusCode);
    }

    [Fact]
    public async Task An_order_that_is_not_there_is_not_found()
    {
        var order = await PlacedAsync();

        using var response = await _client.CancelAsync(order with { Id = Guid.NewGuid() }, "\"1\"");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<OrderView> PlacedAsync() => _client.PlacedAsync(OrderingApi.Order(OrderingApi.AnyCustomer(), (service.Catalog.Has(price: 1m), 1)));
}
