using Ordering.Orders;

namespace Ordering.Tests.Orders;

public sealed class OrderTests
{
    private static readonly DateTimeOffset _morning = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_total_is_what_the_lines_cost_together() => Assert.Equal(2 * 10.10m + 3 * 0.05m, AnyOrder().Total);

    [Fact]
    public void A_cancelled_order_says_when_and_has_a_new_version()
    {
        var order = AnyOrder();

        order.Cancel(_morning.AddHours(1));

        Assert.Equal(_morning.AddHours(1), order.CancelledAt);
        Assert.Equal(2, order.Version);
        Assert.Equal(OrderStatus.Cancelled, OrderView.Of(order).Status);
    }

    [Fact]
    public void Cancelling_again_changes_nothing()
    {
        var order = AnyOrder();
        order.Cancel(_morning.AddHours(1));

        order.Cancel(_morning.AddHours(2));

        Assert.Equal(_morning.AddHours(1), order.CancelledAt);
        Assert.Equal(2, order.Version);
    }

    private static Order AnyOrder() => Order.Place("customer-7", "EUR", [Line(1, 2, 10.10m), Line(2, 3, 0.05m)], _morning);

    private static OrderLine Line(int number, int quantity, decimal price) => new()
    {
        Number = number,
        ProductId = Guid.NewGuid(),
        ProductName = "Lamp",
        Quantity = quantity,
        UnitPrice = price,
    };
}
