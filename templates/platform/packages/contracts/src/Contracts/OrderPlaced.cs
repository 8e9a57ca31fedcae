namespace Contracts;

/// <summary>A customer's order was accepted. Its prices are those of that moment.</summary>
public sealed record OrderPlaced
{
    public const string Type = "ordering.order-placed.v1";

    public required Guid OrderId { get; init; }

    public required string CustomerId { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The sum of the lines, in units of the currency (not cents).</summary>
    public required decimal Total { get; init; }

    public required IReadOnlyList<OrderPlacedLine> Lines { get; init; }
}
