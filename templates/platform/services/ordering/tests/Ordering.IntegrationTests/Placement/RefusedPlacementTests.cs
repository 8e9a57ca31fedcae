using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Ordering.Placement;

namespace Ordering.IntegrationTests.Placement;

public sealed class RefusedPlacementTests(OrderingService service) : IClassFixture<OrderingService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_product_that_the_catalog_does_not_have_is_named()
    {
        var unknown = Guid.NewGuid();
        var request = new PlaceOrder { CustomerId = OrderingApi.AnyCustomer(), Lines = [new() { ProductId = unknown, Quantity = 1 }] };

        var problem = await RefusedAsync(request, HttpStatusCode.UnprocessableEntity);

        Assert.Contains(unknown.ToString(), problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Products_of_two_currencies_are_no_order()
    {
        var request = OrderingApi.Order(OrderingApi.AnyCustomer(), (service.Catalog.Has(1m, "EUR"), 1), (service.Catalog.Has(1m, "CHF"), 1));

        var problem = await RefusedAsync(request, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("An order has one currency; these products have CHF and EUR.", problem.Detail);
    }

    [Fact]
    public async Task A_catalog_that_is_down_is_told_apart_from_a_mistake_and_the_key_stays_free()
    {
        var request = OrderingApi.Order(OrderingApi.AnyCustomer(), (service.Catalog.Has(1m), 1));
        service.Catalog.IsDown = true;
        await RefusedAsync(request, HttpStatusCode.ServiceUnavailable, "retried");

        service.Catalog.IsDown = false;
        using var retried = await _client.PlaceAsync(request, "retried");

        Assert.Equal(HttpStatusCode.Created, retried.StatusCode);
    }

    [Fact]
    public async Task An_order_without_a_key_is_refused()
    {
        using var response = await _client.PlaceAsync(OrderingApi.Order(OrderingApi.AnyCustomer(), (service.Catalog.Has(1m), 1)), key: null);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Key required", (await response.ReadAsync<ProblemDetails>()).Title);
    }

    [Fact]
    public async Task Broken_rules_are_named_down_to_the_line()
    {
        var request = new PlaceOrder { CustomerId = "", Lines = [new() { ProductId = Guid.NewGuid(), Quantity = 0 }] };

        using var response = await _client.PlaceAsync(request, "key");

        var problem = await response.ReadAsync<HttpValidationProblemDetails>();
        Assert.Equal(["CustomerId", "Lines[0].Quantity"], problem.Errors.Keys.Order(StringComparer.Ordinal));
    }

    private async Task<ProblemDetails> RefusedAsync(PlaceOrder request, HttpStatusCode status, string key = "key")
    {
        var before = await service.ReadAsync(db => db.Orders.CountAsync(order => order.CustomerId == request.CustomerId));
        using var response = await _client.PlaceAsync(request, key);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(before, await service.ReadAsync(db => db.Orders.CountAsync(order => order.CustomerId == request.CustomerId)));
        return await response.ReadAsync<ProblemDetails>();
    }
}
