using System.ComponentModel.DataAnnotations;
using Catalog.Pricing;

namespace Catalog.Products;

public sealed record CreateProduct
{
    /// <summary>The seller's own number, unique: capitals, digits and hyphens.</summary>
    [Required, StringLength(Product.SkuLength), RegularExpression("^[A-Z0-9]+(-[A-Z0-9]+)*$")]
    public string Sku { get; init; } = "";

    [Required, StringLength(Product.NameLength)]
    public string Name { get; init; } = "";

    [StringLength(Product.DescriptionLength)]
    public string Description { get; init; } = "";

    /// <summary>In units of the currency, at most two decimals.</summary>
    [Required, Price]
    public decimal Price { get; init; }

    /// <summary>ISO 4217.</summary>
    [Required, RegularExpression("^[A-Z]{3}$")]
    public string Currency { get; init; } = "";
}
