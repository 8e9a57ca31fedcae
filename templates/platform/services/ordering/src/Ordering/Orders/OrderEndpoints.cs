using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Ordering.Persistence;
using ServiceDefaults;
using ServiceDefaults.Http;

namespace Ordering.Orders;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders").WithTags("Orders");
        orders.MapGet("", ListAsync).WithName("ListOrders").ProducesValidationProblem();
        orders.MapGet("{id:guid}", GetAsync).WithName("GetOrder").ProducesProblem(StatusCodes.Status404NotFound);
        orders.MapPost("{id:guid}/cancel", CancelAsync).WithName("CancelOrder")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    /// <summary>Lists a customer's orders, the newest first.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="after">The previous page's <c>next</c>.</param>
    /// <param name="limit">How many at most.</param>
    public static async Task<Results<Ok<Page<OrderView>>, ProblemHttpResult>> ListAsync(
        [Required, StringLength(Order.CustomerIdLength)] string customerId, OrderingDb db, CancellationToken cancellation,
        string? after = null, [Range(1, Page.MaxSize)] int limit = Page.DefaultSize)
    {
        var orders = db.Orders.AsNoTracking().Where(order => order.CustomerId == customerId);
        if (after is not null)
        {
            if (!PageToken.TryRead<Guid>(after, out var last))
                return Problems.BadPageToken();
            orders = orders.Where(order => order.Id < last);
        }

        // Ids are made in the order of time, so the newest has the greatest.
        var rows = await orders.OrderByDescending(order => order.Id).Take(limit + 1).ToListAsync(cancellation);
        return TypedResults.Ok(Page.Of(rows, limit, row => row.Id, OrderView.Of));
    }

    /// <summary>Reads one order; its ETag is its version.</summary>
    public static async Task<Results<Ok<OrderView>, ProblemHttpResult>> GetAsync(
        Guid id, OrderingDb db, HttpResponse response, CancellationToken cancellation)
    {
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(order => order.Id == id, cancellation);
        return order is null ? Problems.NotFound($"order {id}") : Found(order, response);
    }

    /// <summary>Cancels an order, if nobody else changed it since its ETag was read.</summary>
    public static async Task<Results<Ok<OrderView>, ProblemHttpResult>> CancelAsync(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, OrderingDb db, TimeProvider clock, HttpResponse response,
        CancellationToken cancellation)
    {
        if (!EntityTag.TryRead(ifMatch, out var version))
            return Problems.VersionRequired();

        var order = await db.Orders.SingleOrDefaultAsync(order => order.Id == id, cancellation);
        if (order is null)
            return Problems.NotFound($"order {id}");
        if (order.Version != version)
            return Problems.Stale();

        order.Cancel(clock.NowAsStored());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Between our read and our write.
            return Problems.Stale();
        }

        return Found(order, response);
    }

    private static Ok<OrderView> Found(Order order, HttpResponse response)
    {
        response.Headers.ETag = EntityTag.Of(order.Version);
        return TypedResults.Ok(OrderView.Of(order));
    }
}
