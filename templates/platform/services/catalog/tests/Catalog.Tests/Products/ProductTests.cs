using Catalog.Products;

namespace Catalog.Tests.Products;

public sealed class ProductTests
{
    private static readonly DateTimeOffset _morning = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_product_has_version_one_and_the_texts_it_was_given()
    {
        var product = Lamp();

        Assert.Equal(1, product.Version);
        Assert.Equal(("LAMP-1", "Lamp", 20.00m, "EUR"), (product.Sku, product.Name, product.Price, product.Currency));
        Assert.Equal(_morning, product.CreatedAt);
        Assert.Equal(_morning, product.UpdatedAt);
    }

    [Fact]
    public void A_change_of_price_is_recorded_and_counts_as_a_new_version()
    {
        var product = Lamp();

        var change = product.ChangePrice(25.00m, _morning.AddHours(1));

        Assert.NotNull(change);
        Assert.Equal((product.Id, 20.00m, 25.00m), (change.ProductId, change.OldPrice, change.NewPrice));
        Assert.Equal(25.00m, product.Price);
        Assert.Equal(2, product.Version);
        Assert.Equal(_morning.AddHours(1), product.UpdatedAt);
    }

    [Fact]
    public void The_price_that_it_has_already_is_no_change()
    {
        var product = Lamp();

        Assert.Null(product.ChangePrice(20.00m, _morning.AddHours(1)));
        Assert.Equal(1, product.Version);
        Assert.Equal(_morning, product.UpdatedAt);
    }

    [Fact]
    public void Ids_are_made_in_the_order_of_time()
    {
        var earlier = Product.Create(Request, _morning);
        var later = Product.Create(Request, _morning.AddSeconds(1));

        Assert.True(earlier.Id < later.Id);
    }

    private static CreateProduct Request => new() { Sku = "LAMP-1", Name = "Lamp", Price = 20.00m, Currency = "EUR" };

    private static Product Lamp() => Product.Create(Request, _morning);
}
