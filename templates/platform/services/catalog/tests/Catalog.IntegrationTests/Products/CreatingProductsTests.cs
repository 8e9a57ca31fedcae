using System.Net;
using System.Net.Http.Json;
using Catalog.Products;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Catalog.IntegrationTests.Products;

public sealed class CreatingProductsTests(CatalogService service) : IClassFixture<CatalogService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_created_product_is_found_at_its_location()
    {
        using var created = await _client.PostAsJsonAsync("/products", CatalogApi.AnyProduct(), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag?.Tag);

        using var found = await _client.GetAsync(created.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal(await created.ReadAsync<ProductView>(), await found.ReadAsync<ProductView>());
        Assert.Equal("\"1\"", found.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_SKU_that_is_in_use_is_a_conflict()
    {
        var request = CatalogApi.AnyProduct();
        await _client.CreateAsync(request);

        using var second = await _client.PostAsJsonAsync("/products", request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains(request.Sku, (await second.ReadAsync<ProblemDetails>()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_broken_rules_come_back_together_and_nothing_is_stored()
    {
        var request = CatalogApi.AnyProduct() with { Name = "", Price = 9.999m, Currency = "euro" };

        using var response = await _client.PostAsJsonAsync("/products", request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.ReadAsync<HttpValidationProblemDetails>();
        Assert.Equal(["Currency", "Name", "Price"], problem.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.False(await service.ReadAsync(db => Task.FromResult(db.Products.Any(product => product.Sku == request.Sku))));
    }

    [Fact]
    public async Task A_product_that_is_not_there_is_not_found()
    {
        using var response = await _client.GetAsync($"/products/{Guid.NewGuid()}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Not found", (await response.ReadAsync<ProblemDetails>()).Title);
    }
}
