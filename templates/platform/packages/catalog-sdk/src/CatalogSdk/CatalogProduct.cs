namespace CatalogSdk;

/// <summary>A product of the catalog. Fields that a newer catalog adds are ignored.</summary>
public sealed record CatalogProduct
{
    public required Guid Id { get; init; }

    public required string Sku { get; init; }

    public required string Name { get; init; }

    /// <summary>In units of the currency, two decimals.</summary>
    public required decimal Price { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
}
