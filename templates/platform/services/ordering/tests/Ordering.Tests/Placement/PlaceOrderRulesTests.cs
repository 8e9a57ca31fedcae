using System.ComponentModel.DataAnnotations;
using Ordering.Placement;

namespace Ordering.Tests.Placement;

public sealed class PlaceOrderRulesTests
{
    [Fact]
    public void A_plain_order_keeps_all_rules() => Assert.Empty(Broken(With(lines: 2)));

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void An_order_has_one_to_fifty_lines(int lines) => Assert.Equal(["Lines"], Broken(With(lines)));

    [Fact]
    public void A_product_stands_in_one_line_only()
    {
        var line = new PlaceOrderLine { ProductId = Guid.NewGuid(), Quantity = 1 };

        Assert.Equal(["Lines"], Broken(new() { CustomerId = "customer-7", Lines = [line, line with { Quantity = 2 }] }));
    }

    [Fact]
    public void An_order_is_somebodys() => Assert.Equal(["CustomerId"], Broken(With(lines: 1) with { CustomerId = "" }));

    private static PlaceOrder With(int lines) => new()
    {
        CustomerId = "customer-7",
        Lines = [.. Enumerable.Range(0, lines).Select(_ => new PlaceOrderLine { ProductId = Guid.NewGuid(), Quantity = 1 })],
    };

    private static IEnumerable<string> Broken(PlaceOrder request)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(request, new(request), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames).Distinct();
    }
}
