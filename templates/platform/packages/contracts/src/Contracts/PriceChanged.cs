namespace Contracts;

/// <summary>A product has a new price. Orders that were placed before keep theirs.</summary>
public sealed record PriceChanged
{
    public const string Type = "catalog.price-changed.v1";

    public required Guid ProductId { get; init; }

    public required decimal OldPrice { get; init; }

    public required decimal NewPrice { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
