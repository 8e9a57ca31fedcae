namespace Ordering.Orders;

/// <summary>An order as callers see it.</summary>
public sealed record OrderView
{
    public required Guid Id { get; init; }

    public required string CustomerId { get; init; }

    public required OrderStatus Status { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>In units of the currency, two decimals.</summary>
    public required decimal Total { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The same number as in the ETag.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<OrderLineView> Lines { get; init; }

    public static OrderView Of(Order order) => new()
    {
        Id = order.Id,
        CustomerId = order.CustomerId,
        Status = order.CancelledAt is null ? OrderStatus.Placed : OrderStatus.Cancelled,
        Currency = order.Currency,
        Total = order.Total,
        PlacedAt = order.PlacedAt,
        CancelledAt = order.CancelledAt,
        Version = order.Version,
        Lines = [.. order.Lines.OrderBy(line => line.Number).Select(OrderLineView.Of)],
    };
}
