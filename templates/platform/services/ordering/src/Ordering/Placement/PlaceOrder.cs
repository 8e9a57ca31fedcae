using System.ComponentModel.DataAnnotations;
using Ordering.Orders;

namespace Ordering.Placement;

public sealed record PlaceOrder : IValidatableObject
{
    [Required, StringLength(Order.CustomerIdLength)]
    public string CustomerId { get; init; } = "";

    [Required, MinLength(1), MaxLength(Order.MaxLines)]
    public IReadOnlyList<PlaceOrderLine> Lines { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lines.DistinctBy(line => line.ProductId).Count() < Lines.Count)
            yield return new("A product may stand in one line only.", [nameof(Lines)]);
    }
}
