using System.ComponentModel.DataAnnotations;
using Ordering.Orders;

namespace Ordering.Placement;

public sealed record PlaceOrderLine
{
    [Required]
    public Guid ProductId { get; init; }

    [Required, Range(1, OrderLine.MaxQuantity)]
    public int Quantity { get; init; }
}
