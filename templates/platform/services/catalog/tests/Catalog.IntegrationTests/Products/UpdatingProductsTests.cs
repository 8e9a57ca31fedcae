using System.Net;
using Catalog.Products;

namespace Catalog.IntegrationTests.Products;

public sealed class UpdatingProductsTests(CatalogService service) : IClassFixture<CatalogService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task The_version_that_was_read_can_be_changed_and_becomes_the_next()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());

        using var response = await PutAsync(product, "Better lamp", "\"1\"");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("\"2\"", response.Headers.ETag?.Tag);
        Assert.Equal("Better lamp", (await response.ReadAsync<ProductView>()).Name);
    }

    [Fact]
    public async Task An_older_version_is_refused_and_changes_nothing()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());
        (await PutAsync(product, "First", "\"1\"")).Dispose();

        using var late = await PutAsync(product, "Second", "\"1\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        using var now = await _client.GetAsync($"/products/{product.Id}", TestContext.Current.CancellationToken);
        Assert.Equal("First", (await now.ReadAsync<ProductView>()).Name);
    }

    [Fact]
    public async Task A_change_without_a_version_is_refused()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());

        using var response = await PutAsync(product, "Blind", ifMatch: null);

        Assert.Equal(HttpStatusCode.PreconditionRequired, response.StatusCode);
    }

    [Fact]
    public async Task Of_many_changes_to_one_version_exactly_one_wins()
    {
        var product = await _client.CreateAsync(CatalogApi.AnyProduct());

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PutAsync(product, $"Writer {i}", "\"1\"")));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, responses.Count(response => response.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    private Task<HttpResponseMessage> PutAsync(ProductView product, string name, string? ifMatch) =>
        _client.PutAsync($"/products/{product.Id}", new UpdateProduct { Name = name }, ifMatch);
}
