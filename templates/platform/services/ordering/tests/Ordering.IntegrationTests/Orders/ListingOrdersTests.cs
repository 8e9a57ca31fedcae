using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Ordering.Orders;
using ServiceDefaults.Http;

namespace Ordering.IntegrationTests.Orders;

public sealed class ListingOrdersTests(OrderingService service) : IClassFixture<OrderingService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_customers_own_orders_come_newest_first_in_pages()
    {
        var lamp = service.Catalog.Has(price: 1m);
        var lists = OrderingApi.AnyCustomer();
        foreach (var quantity in new[] { 1, 2, 3 })
            await _client.PlacedAsync(OrderingApi.Order(lists, (lamp, quantity)));
        await _client.PlacedAsync(OrderingApi.Order(OrderingApi.AnyCustomer(), (lamp, 9)));

        var newest = await ListAsync($"customerId={lists}&limit=2");
        var oldest = await ListAsync($"customerId={lists}&limit=2&after={newest.Next}");

        Assert.Equal([3m, 2m], newest.Items.Select(order => order.Total));
        Assert.Equal([1m], oldest.Items.Select(order => order.Total));
        Assert.Null(oldest.Next);
    }

    [Fact]
    public async Task Every_order_can_be_read_whoever_wrote_it()
    {
        var own = await _client.PlacedAsync(OrderingApi.Order(OrderingApi.AnyCustomer(), (service.Catalog.Has(price: 1m), 1)));

        var all = await service.ReadAsync(db => db.Orders.AsNoTracking().Include(order => order.Lines).ToListAsync());

        Assert.Contains(own.Id, all.Select(order => OrderView.Of(order).Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("customerId=c&after=nonsense")]
    [InlineData("customerId=c&limit=0")]
    public async Task A_listing_that_makes_no_sense_is_refused(string query)
    {
        using var response = await _client.GetAsync($"/orders?{query}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<Page<OrderView>> ListAsync(string query) =>
        (await _client.GetFromJsonAsync<Page<OrderView>>($"/orders?{query}", TestContext.Current.CancellationToken))!;
}
