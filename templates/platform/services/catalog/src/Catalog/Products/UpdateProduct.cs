using System.ComponentModel.DataAnnotations;

namespace Catalog.Products;

public sealed record UpdateProduct
{
    [Required, StringLength(Product.NameLength)]
    public string Name { get; init; } = "";

    [StringLength(Product.DescriptionLength)]
    public string Description { get; init; } = "";
}
