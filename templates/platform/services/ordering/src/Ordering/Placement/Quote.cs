using CatalogSdk;
using Microsoft.AspNetCore.Http.HttpResults;
using Ordering.Orders;
using ServiceDefaults.Http;

namespace Ordering.Placement;

/// <summary>The catalog's word on what an order's lines are and cost now, or why they cannot be ordered.</summary>
internal sealed record Quote
{
    public string Currency { get; private init; } = "";

    public IReadOnlyList<OrderLine> Lines { get; private init; } = [];

    public ProblemHttpResult? Problem { get; private init; }

    public static async Task<Quote> AskAsync(CatalogClient catalog, PlaceOrder request, CancellationToken cancellation)
    {
        CatalogProduct?[] products;
        try
        {
            products = await Task.WhenAll(request.Lines.Select(line => catalog.GetProductAsync(line.ProductId, cancellation)));
        }
        catch (CatalogUnavailableException)
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, "Prices unknown",
                "The catalog does not answer. Nothing was ordered; send the same request again in a while.");
        }

        var unknown = request.Lines.Where((_, index) => products[index] is null).Select(line => line.ProductId).ToList();
        if (unknown.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity, "Unknown product", $"There is no product {string.Join(", ", unknown)}.");

        var currencies = products.Select(product => product!.Currency).Distinct().Order(StringComparer.Ordinal).ToList();
        return currencies is [var currency]
            ? new() { Currency = currency, Lines = [.. request.Lines.Select((line, index) => LineOf(index, line, products[index]!))] }
            : Refused(StatusCodes.Status422UnprocessableEntity, "Several currencies",
                $"An order has one currency; these products have {string.Join(" and ", currencies)}.");
    }

    private static OrderLine LineOf(int index, PlaceOrderLine line, CatalogProduct product) => new()
    {
        Number = index + 1,
        ProductId = line.ProductId,
        ProductName = product.Name,
        Quantity = line.Quantity,
        UnitPrice = product.Price,
    };

    private static Quote Refused(int status, string title, string detail) => new() { Problem = Problems.Of(status, title, detail) };
}
