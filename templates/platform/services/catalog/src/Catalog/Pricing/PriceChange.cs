namespace Catalog.Pricing;

/// <summary>One step of a product's price history. Never changed, never removed.</summary>
public sealed class PriceChange
{
    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    public required decimal OldPrice { get; init; }

    public required decimal NewPrice { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
