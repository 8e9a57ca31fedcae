using System.Net;
using Catalog.Products;

namespace Catalog.IntegrationTests.Products;

public sealed class SearchingProductsTests(CatalogService service) : IClassFixture<CatalogService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Following_next_visits_every_product_once_in_the_order_of_names()
    {
        // Equal names too: the id decides between them.
        string[] names = ["Anchor", "Buoy", "Buoy", "Buoy", "Cleat"];
        var paged = CatalogApi.AnyWord();
        foreach (var name in names.Reverse())
            await _client.CreateAsync(CatalogApi.AnyProduct(name) with { Description = paged });

        var visited = new List<ProductView>();
        string? after = null;
        do
        {
            var page = await _client.SearchAsync($"q={paged}&limit=2{(after is null ? "" : $"&after={after}")}");
            Assert.InRange(page.Items.Count, 1, 2);
            visited.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(names, visited.Select(product => product.Name));
        Assert.Equal(5, visited.Select(product => product.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_product_that_comes_meanwhile_repeats_and_hides_no_other()
    {
        var moving = CatalogApi.AnyWord();
        foreach (var name in new[] { "M1", "M3", "M4" })
            await _client.CreateAsync(CatalogApi.AnyProduct(name) with { Description = moving });
        var first = await _client.SearchAsync($"q={moving}&limit=2");

        await _client.CreateAsync(CatalogApi.AnyProduct("M2") with { Description = moving });
        var second = await _client.SearchAsync($"q={moving}&limit=2&after={first.Next}");

        Assert.Equal(["M1", "M3"], first.Items.Select(product => product.Name));
        Assert.Equal(["M4"], second.Items.Select(product => product.Name));
    }

    [Fact]
    public async Task Words_are_found_in_name_and_description_whatever_their_case()
    {
        var brass = CatalogApi.AnyWord();
        var compass = await _client.CreateAsync(CatalogApi.AnyProduct($"{brass} Compass") with { Description = "Points to the north." });
        await _client.CreateAsync(CatalogApi.AnyProduct($"{brass} Bell"));

        var found = await _client.SearchAsync($"q=NORTH%20{brass.ToUpperInvariant()}");

        Assert.Equal([compass], found.Items);
    }

    [Fact]
    public async Task Every_product_can_be_read_whoever_wrote_it()
    {
        var own = await _client.CreateAsync(CatalogApi.AnyProduct());

        var page = await _client.SearchAsync("limit=100");
        var visited = page.Items.Select(product => product.Id).ToHashSet();
        while (page.Next is not null)
        {
            page = await _client.SearchAsync($"limit=100&after={page.Next}");
            visited.UnionWith(page.Items.Select(product => product.Id));
        }

        Assert.Contains(own.Id, visited);
    }

    [Theory]
    [InlineData("after=nonsense")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    public async Task A_query_that_makes_no_sense_is_refused(string query)
    {
        using var response = await _client.GetAsync($"/products?{query}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
