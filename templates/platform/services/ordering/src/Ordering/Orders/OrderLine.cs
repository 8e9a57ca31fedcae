namespace Ordering.Orders;

public sealed class OrderLine
{
    public const int MaxQuantity = 999;

    /// <summary>Counts from 1, in the order of the request.</summary>
    public required int Number { get; init; }

    public required Guid ProductId { get; init; }

    /// <summary>As it was called when the order was placed.</summary>
    public required string ProductName { get; init; }

    public required int Quantity { get; init; }

    public required decimal UnitPrice { get; init; }
}
