using CatalogSdk;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Ordering.Orders;
using Ordering.Persistence;
using ServiceDefaults;
using ServiceDefaults.Http;
using ServiceDefaults.Outbox;

namespace Ordering.Placement;

/// <summary>Places an order exactly once per customer and key, at the catalog's prices of that moment.</summary>
internal sealed class OrderPlacement(OrderingDb db, CatalogClient catalog, TimeProvider clock)
{
    public async Task<Placed> PlaceAsync(PlaceOrder request, string key, CancellationToken cancellation)
    {
        var digest = RequestDigest.Of(request);
        if (await EarlierAsync(request.CustomerId, key, digest, cancellation) is { } earlier)
            return earlier;

        var quote = await Quote.AskAsync(catalog, request, cancellation);
        if (quote.Problem is { } problem)
            return problem;

        var order = Order.Place(request.CustomerId, quote.Currency, quote.Lines, clock.NowAsStored());
        db.Orders.Add(order);
        db.PlacementKeys.Add(new() { CustomerId = request.CustomerId, Key = key, RequestDigest = digest, OrderId = order.Id });
        db.Publish(OrderPlaced.Type, order.Id.ToString(), EventOf(order), order.PlacedAt);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return order;
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { ConstraintName: PlacementKeyMapping.Unique })
        {
            // The same request, sent twice at once: the other one was first, and its order is the answer.
            db.ChangeTracker.Clear();
            return await EarlierAsync(request.CustomerId, key, digest, cancellation) ?? throw new InvalidOperationException(
                $"The key of customer {request.CustomerId} is taken, and yet there is no order with it.", failure);
        }
    }

    private async Task<Placed?> EarlierAsync(string customerId, string key, string digest, CancellationToken cancellation)
    {
        var known = await db.PlacementKeys.AsNoTracking()
            .SingleOrDefaultAsync(known => known.CustomerId == customerId && known.Key == key, cancellation);
        if (known is null)
            return null;

        return known.RequestDigest == digest
            ? await db.Orders.AsNoTracking().SingleAsync(order => order.Id == known.OrderId, cancellation)
            : Problems.Of(StatusCodes.Status422UnprocessableEntity, "Key used before",
                "This Idempotency-Key has placed another order. Make a new key for a new order.");
    }

    private static OrderPlaced EventOf(Order order) => new()
    {
        OrderId = order.Id,
        CustomerId = order.CustomerId,
        PlacedAt = order.PlacedAt,
        Currency = order.Currency,
        Total = order.Total,
        Lines =
        [
            .. order.Lines.Select(line => new OrderPlacedLine
            {
                ProductId = line.ProductId,
                Quantity = line.Quantity,
                UnitPrice = line.UnitPrice,
            }),
        ],
    };
}
