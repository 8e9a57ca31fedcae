using System.ComponentModel.DataAnnotations;
using Catalog.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;

namespace Catalog.Products;

/// <summary>Products by name, or those whose name and description hold all of some words.</summary>
internal static class ProductSearch
{
    /// <summary>Lists products in the order of their names.</summary>
    /// <param name="q">Words that the name or description must hold; none means every product.</param>
    /// <param name="after">The previous page's <c>next</c>.</param>
    /// <param name="limit">How many at most.</param>
    public static async Task<Results<Ok<Page<ProductView>>, ProblemHttpResult>> SearchAsync(
        CatalogDb db, CancellationToken cancellation, [StringLength(200)] string? q = null, string? after = null,
        [Range(1, Page.MaxSize)] int limit = Page.DefaultSize)
    {
        var products = db.Products.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
            products = products.Where(product => EF.Functions.ToTsVector("simple", product.Name + " " + product.Description)
                .Matches(EF.Functions.PlainToTsQuery("simple", q)));

        if (after is not null)
        {
            if (!PageToken.TryRead<Position>(after, out var last) || last.Name is null)
                return Problems.BadPageToken();
            products = products.Where(product =>
                EF.Functions.GreaterThan(ValueTuple.Create(product.Name, product.Id), ValueTuple.Create(last.Name, last.Id)));
        }

        var rows = await products.OrderBy(product => product.Name).ThenBy(product => product.Id).Take(limit + 1).ToListAsync(cancellation);
        return TypedResults.Ok(Page.Of(rows, limit, row => new Position(row.Name, row.Id), ProductView.Of));
    }

    private sealed record Position(string Name, Guid Id);
}
