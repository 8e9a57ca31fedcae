namespace Ordering.Orders;

public sealed record OrderLineView
{
    public required Guid ProductId { get; init; }

    public required string ProductName { get; init; }

    public required int Quantity { get; init; }

    public required decimal UnitPrice { get; init; }

    public static OrderLineView Of(OrderLine line) => new()
    {
        ProductId = line.ProductId,
        ProductName = line.ProductName,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
    };
}
