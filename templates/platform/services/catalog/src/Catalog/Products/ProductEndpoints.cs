using Catalog.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults;
using ServiceDefaults.Http;

namespace Catalog.Products;

internal static class ProductEndpoints
{
    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        var products = routes.MapGroup("/products").WithTags("Products");
        products.MapPost("", CreateAsync).WithName("CreateProduct").ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();
        products.MapGet("", ProductSearch.SearchAsync).WithName("SearchProducts").ProducesValidationProblem();
        products.MapGet("{id:guid}", GetAsync).WithName("GetProduct").ProducesProblem(StatusCodes.Status404NotFound);
        products.MapPut("{id:guid}", UpdateAsync).WithName("UpdateProduct").ProducesVersionProblems().ProducesValidationProblem();
    }

    /// <summary>Adds a product.</summary>
    public static async Task<Results<Created<ProductView>, ProblemHttpResult>> CreateAsync(
        CreateProduct request, CatalogDb db, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var product = Product.Create(request, clock.NowAsStored());
        db.Products.Add(product);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { ConstraintName: ProductMapping.UniqueSku })
        {
            return Problems.Of(StatusCodes.Status409Conflict, "SKU in use", $"There is a product with the SKU {request.Sku} already.");
        }

        response.Headers.ETag = EntityTag.Of(product.Version);
        return TypedResults.Created($"/products/{product.Id}", ProductView.Of(product));
    }

    /// <summary>Reads one product; its ETag is its version.</summary>
    public static async Task<Results<Ok<ProductView>, ProblemHttpResult>> GetAsync(
        Guid id, CatalogDb db, HttpResponse response, CancellationToken cancellation)
    {
        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(product => product.Id == id, cancellation);
        if (product is null)
            return Problems.NotFound($"product {id}");

        response.Headers.ETag = EntityTag.Of(product.Version);
        return TypedResults.Ok(ProductView.Of(product));
    }

    /// <summary>Changes a product's texts, if nobody else changed the product since its ETag was read.</summary>
    public static async Task<Results<Ok<ProductView>, ProblemHttpResult>> UpdateAsync(
        Guid id, UpdateProduct request, [FromHeader(Name = "If-Match")] string? ifMatch,
        CatalogDb db, TimeProvider clock, HttpResponse response, CancellationToken cancellation) =>
        await ProductChange.SaveAsync(id, ifMatch, db, response,
            product => product.Describe(request.Name, request.Description, clock.NowAsStored()), cancellation);
}
