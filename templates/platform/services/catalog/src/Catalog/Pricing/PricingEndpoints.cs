using System.ComponentModel.DataAnnotations;
using Catalog.Persistence;
using Catalog.Products;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Http;
using ServiceDefaults.Outbox;

namespace Catalog.Pricing;

internal static class PricingEndpoints
{
    public static void MapPricing(this IEndpointRouteBuilder routes)
    {
        var pricing = routes.MapGroup("/products/{id:guid}").WithTags("Pricing");
        pricing.MapPut("price", ChangeAsync).WithName("ChangePrice").ProducesVersionProblems().ProducesValidationProblem();
        pricing.MapGet("price-changes", ListAsync).WithName("ListPriceChanges").ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
    }

    /// <summary>Sets a product's price, records the change and publishes PriceChanged.</summary>
    public static async Task<Results<Ok<ProductView>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangePrice request, [FromHeader(Name = "If-Match")] string? ifMatch,
        CatalogDb db, TimeProvider clock, HttpResponse response, CancellationToken cancellation) =>
        await ProductChange.SaveAsync(id, ifMatch, db, response, product =>
        {
            if (product.ChangePrice(request.Price, clock.NowAsStored()) is not { } change)
                return;

            db.PriceChanges.Add(change);
            db.Publish(PriceChanged.Type, product.Id.ToString(), EventOf(change, product), change.ChangedAt);
        }, cancellation);

    /// <summary>Lists a product's price changes, the newest first.</summary>
    /// <param name="id">The product.</param>
    /// <param name="after">The previous page's <c>next</c>.</param>
    /// <param name="limit">How many at most.</param>
    public static async Task<Results<Ok<Page<PriceChangeView>>, ProblemHttpResult>> ListAsync(
        Guid id, CatalogDb db, CancellationToken cancellation, string? after = null, [Range(1, Page.MaxSize)] int limit = Page.DefaultSize)
    {
        if (!await db.Products.AnyAsync(product => product.Id == id, cancellation))
            return Problems.NotFound($"product {id}");

        var changes = db.PriceChanges.AsNoTracking().Where(change => change.ProductId == id);
        if (after is not null)
        {
            if (!PageToken.TryRead<Guid>(after, out var last))
                return Problems.BadPageToken();
            changes = changes.Where(change => change.Id < last);
        }

        // Ids are made in the order of time, so they are the order of the history too.
        var rows = await changes.OrderByDescending(change => change.Id).Take(limit + 1).ToListAsync(cancellation);
        return TypedResults.Ok(Page.Of(rows, limit, row => row.Id, PriceChangeView.Of));
    }

    private static PriceChanged EventOf(PriceChange change, Product product) => new()
    {
        ProductId = product.Id,
        OldPrice = change.OldPrice,
        NewPrice = change.NewPrice,
        Currency = product.Currency,
        ChangedAt = change.ChangedAt,
    };
}
