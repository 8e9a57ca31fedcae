namespace Catalog.Products;

/// <summary>A product as callers see it.</summary>
public sealed record ProductView
{
    public required Guid Id { get; init; }

    public required string Sku { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>In units of the currency, two decimals.</summary>
    public required decimal Price { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The same number as in the ETag.</summary>
    public required int Version { get; init; }

    public static ProductView Of(Product product) => new()
    {
        Id = product.Id,
        Sku = product.Sku,
        Name = product.Name,
        Description = product.Description,
        Price = product.Price,
        Currency = product.Currency,
        UpdatedAt = product.UpdatedAt,
        Version = product.Version,
    };
}
