namespace Catalog.Pricing;

public sealed record PriceChangeView
{
    public required decimal OldPrice { get; init; }

    public required decimal NewPrice { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public static PriceChangeView Of(PriceChange change) => new()
    {
        OldPrice = change.OldPrice,
        NewPrice = change.NewPrice,
        ChangedAt = change.ChangedAt,
    };
}
