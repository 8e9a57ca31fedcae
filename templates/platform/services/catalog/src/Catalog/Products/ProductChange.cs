using Catalog.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;

namespace Catalog.Products;

/// <summary>A change that is meant for one version of a product.</summary>
internal static class ProductChange
{
    public static async Task<Results<Ok<ProductView>, ProblemHttpResult>> SaveAsync(
        Guid id, string? ifMatch, CatalogDb db, HttpResponse response, Action<Product> change, CancellationToken cancellation)
    {
        if (!EntityTag.TryRead(ifMatch, out var version))
            return Problems.VersionRequired();

        var product = await db.Products.SingleOrDefaultAsync(product => product.Id == id, cancellation);
        if (product is null)
            return Problems.NotFound($"product {id}");
        if (product.Version != version)
            return Problems.Stale();

        change(product);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Between our read and our write.
            return Problems.Stale();
        }

        response.Headers.ETag = EntityTag.Of(product.Version);
        return TypedResults.Ok(ProductView.Of(product));
    }

    public static RouteHandlerBuilder ProducesVersionProblems(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
