namespace CatalogSdk.Tests;

public sealed class SearchingTests
{
    [Fact]
    public async Task A_search_asks_for_its_words_and_page_and_gives_the_next()
    {
        using var wire = new Wire(() => Wire.Json("""{"items":[],"next":"abc"}"""));

        var page = await wire.Client().SearchAsync("salt & pepper", after: "xyz", limit: 5, TestContext.Current.CancellationToken);

        Assert.Equal(["http://catalog/products?limit=5&q=salt%20%26%20pepper&after=xyz"], wire.Asked);
        Assert.Equal("abc", page.Next);
    }

    [Fact]
    public async Task A_search_for_nothing_lists_everything()
    {
        using var wire = new Wire(() => Wire.Json("""{"items":[],"next":null}"""));

        var page = await wire.Client().SearchAsync(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["http://catalog/products?limit=20"], wire.Asked);
        Assert.Null(page.Next);
    }
}
