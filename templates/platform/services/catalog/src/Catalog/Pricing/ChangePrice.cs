using System.ComponentModel.DataAnnotations;

namespace Catalog.Pricing;

public sealed record ChangePrice
{
    /// <summary>The new price, in units of the product's currency, at most two decimals.</summary>
    [Required, Price]
    public decimal Price { get; init; }
}
