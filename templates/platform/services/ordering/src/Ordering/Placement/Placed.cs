using Microsoft.AspNetCore.Http.HttpResults;
using Ordering.Orders;

namespace Ordering.Placement;

/// <summary>An order, or why there is none.</summary>
internal sealed record Placed(Order? Order, ProblemHttpResult? Problem)
{
    public static implicit operator Placed(Order order) => new(order, null);

    public static implicit operator Placed(ProblemHttpResult problem) => new(null, problem);
}
