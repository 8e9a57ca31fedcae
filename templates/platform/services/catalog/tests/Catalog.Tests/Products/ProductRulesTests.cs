using System.ComponentModel.DataAnnotations;
using Catalog.Products;

namespace Catalog.Tests.Products;

public sealed class ProductRulesTests
{
    private static readonly CreateProduct _good = new() { Sku = "LAMP-1", Name = "Lamp", Price = 20.00m, Currency = "EUR" };

    [Fact]
    public void A_plain_product_keeps_all_rules() => Assert.Empty(Broken(_good));

    [Theory]
    [InlineData("")]
    [InlineData("lamp-1")]
    [InlineData("-LAMP")]
    [InlineData("LAMP--1")]
    [InlineData("LAMP 1")]
    public void A_SKU_has_capitals_digits_and_single_hyphens(string sku) =>
        Assert.Equal([nameof(CreateProduct.Sku)], Broken(_good with { Sku = sku }));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000.01")]
    [InlineData("9.999")]
    public void A_price_is_positive_bounded_and_has_whole_cents(string price) =>
        Assert.Equal([nameof(CreateProduct.Price)], Broken(_good with { Price = decimal.Parse(price) }));

    [Theory]
    [InlineData("0.01")]
    [InlineData("9.9")]
    [InlineData("1000000.00")]
    public void A_price_at_its_bounds_is_well(string price) => Assert.Empty(Broken(_good with { Price = decimal.Parse(price) }));

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    public void A_currency_is_three_capitals(string currency) =>
        Assert.Equal([nameof(CreateProduct.Currency)], Broken(_good with { Currency = currency }));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Assert.Equal(["Currency", "Name", "Price", "Sku"], Broken(new()).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Broken(CreateProduct request)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(request, new(request), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames).Distinct();
    }
}
