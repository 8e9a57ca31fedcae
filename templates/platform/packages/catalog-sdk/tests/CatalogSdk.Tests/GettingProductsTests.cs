using System.Net;

namespace CatalogSdk.Tests;

public sealed class GettingProductsTests
{
    private const string Lamp = """
        {"id":"0199c5a2-0000-7000-8000-000000000002","sku":"LAMP-1","name":"Lamp","price":20.00,"currency":"EUR","colour":"a newer field"}
        """;

    private static readonly Guid _id = Guid.Parse("0199c5a2-0000-7000-8000-000000000002");

    [Theory]
    [InlineData("http://catalog")]
    [InlineData("http://catalog/")]
    [InlineData("http://gateway/catalog")]
    public async Task A_product_is_read_at_its_address_and_fields_that_are_not_known_are_ignored(string address)
    {
        using var wire = new Wire(() => Wire.Json(Lamp));

        var product = await wire.Client(address).GetProductAsync(_id, TestContext.Current.CancellationToken);

        Assert.Equal(new CatalogProduct { Id = _id, Sku = "LAMP-1", Name = "Lamp", Price = 20.00m, Currency = "EUR" }, product);
        Assert.Equal([$"{address.TrimEnd('/')}/products/{_id}"], wire.Asked);
    }

    [Fact]
    public async Task A_product_that_is_not_there_is_null_and_not_asked_for_again()
    {
        using var wire = new Wire(() => Wire.Status(HttpStatusCode.NotFound));

        Assert.Null(await wire.Client().GetProductAsync(_id, TestContext.Current.CancellationToken));
        Assert.Single(wire.Asked);
    }

    [Fact]
    public async Task A_catalog_that_stumbles_is_asked_again()
    {
        using var wire = new Wire(() => Wire.Status(HttpStatusCode.ServiceUnavailable), () => Wire.Json(Lamp));

        Assert.NotNull(await wire.Client().GetProductAsync(_id, TestContext.Current.CancellationToken));
        Assert.Equal(2, wire.Asked.Count);
    }

    [Fact]
    public async Task A_catalog_that_stays_down_is_unavailable_after_three_attempts()
    {
        using var wire = new Wire(() => Wire.Status(HttpStatusCode.ServiceUnavailable));

        await Assert.ThrowsAsync<CatalogUnavailableException>(() =>
            wire.Client().GetProductAsync(_id, TestContext.Current.CancellationToken));
        Assert.Equal(3, wire.Asked.Count);
    }

    [Fact]
    public async Task An_answer_that_is_no_product_is_unavailable_too()
    {
        using var wire = new Wire(() => Wire.Json("<html>"));

        await Assert.ThrowsAsync<CatalogUnavailableException>(() =>
            wire.Client().GetProductAsync(_id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_told_that_the_catalog_is_down()
    {
        using var wire = new Wire(() => Wire.Json(Lamp));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.Client().GetProductAsync(_id, new CancellationToken(canceled: true)));
    }
}
