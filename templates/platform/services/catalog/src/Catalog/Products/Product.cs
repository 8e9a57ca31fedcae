using Catalog.Pricing;

namespace Catalog.Products;

/// <summary>Something that can be ordered.</summary>
public sealed class Product
{
    public const int SkuLength = 40;
    public const int NameLength = 120;
    public const int DescriptionLength = 2000;

    public Guid Id { get; private init; }

    /// <summary>The seller's own number for it, unique.</summary>
    public string Sku { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public decimal Price { get; private set; }

    /// <summary>ISO 4217. Fixed for a product's life: another currency is another product.</summary>
    public string Currency { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Counts the changes; a change is meant for one version and fails on any other.</summary>
    public int Version { get; private set; } = 1;

    public static Product Create(CreateProduct request, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Sku = request.Sku,
        Name = request.Name,
        Description = request.Description,
        Price = request.Price,
        Currency = request.Currency,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public void Describe(string name, string description, DateTimeOffset now)
    {
        Name = name;
        Description = description;
        Touch(now);
    }

    /// <returns>The change, to be recorded; null when the price is the same already.</returns>
    public PriceChange? ChangePrice(decimal price, DateTimeOffset now)
    {
        if (price == Price)
            return null;

        var change = new PriceChange
        {
            Id = Guid.CreateVersion7(now),
            ProductId = Id,
            OldPrice = Price,
            NewPrice = price,
            ChangedAt = now,
        };
        Price = price;
        Touch(now);
        return change;
    }

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }
}
