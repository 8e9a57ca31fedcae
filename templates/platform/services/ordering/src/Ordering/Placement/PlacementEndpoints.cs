using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Ordering.Orders;
using ServiceDefaults.Http;

namespace Ordering.Placement;

internal static class PlacementEndpoints
{
    public static void MapPlacement(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/orders", PlaceAsync).WithName("PlaceOrder").WithTags("Orders").ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Places an order. Sent again with the same Idempotency-Key it gives the same order, not a second one.</summary>
    public static async Task<Results<Created<OrderView>, ProblemHttpResult>> PlaceAsync(
        PlaceOrder request,
        [FromHeader(Name = "Idempotency-Key"), StringLength(PlacementKey.Length)]
        [Description("The caller's own word for this order, made once and kept for every repetition. Required.")]
        string? key,
        OrderPlacement placement, HttpResponse response, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(key))
            return Problems.Of(StatusCodes.Status400BadRequest, "Key required",
                "Make a word of your own for this order and send it in Idempotency-Key, the same with every repetition.");

        var placed = await placement.PlaceAsync(request, key, cancellation);
        if (placed.Order is not { } order)
            return placed.Problem!;

        response.Headers.ETag = EntityTag.Of(order.Version);
        return TypedResults.Created($"/orders/{order.Id}", OrderView.Of(order));
    }
}
