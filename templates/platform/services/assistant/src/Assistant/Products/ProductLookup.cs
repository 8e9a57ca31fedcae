using System.ComponentModel;
using System.Text.Json;
using CatalogSdk;
using Microsoft.Extensions.AI;

namespace Assistant.Products;

/// <summary>What the model may know of products, for one question; and what it has been shown.</summary>
internal sealed class ProductLookup
{
    public const int MaxFound = 5;

    public const string NoFacts = "none";

    private const int MaxQuery = 100;
    private readonly CatalogClient _catalog;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public ProductLookup(CatalogClient catalog)
    {
        _catalog = catalog;
        Tool = AIFunctionFactory.Create(
            FindAsync, "find_products", "Finds products of the shop whose name or description holds all words of the query, at most 5.");
    }

    public AIFunction Tool { get; }

    /// <summary>SKUs of every product that the model was shown.</summary>
    public IReadOnlySet<string> Seen => _seen;

    /// <summary>The products that the customer looks at, one JSON object a line. Products that are gone are left out.</summary>
    public async Task<string> FactsAsync(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(id => _catalog.GetProductAsync(id, cancellation)));
        var lines = found.OfType<CatalogProduct>()
            .Select(product => JsonSerializer.Serialize(Show(product), ProductJson.Default.ProductFact))
            .ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : NoFacts;
    }

    private async Task<IReadOnlyList<ProductFact>> FindAsync(
        [Description("One to three words that describe the product, such as 'brass lamp'.")] string query, CancellationToken cancellation)
    {
        var words = query.Length > MaxQuery ? query[..MaxQuery] : query;
        var page = await _catalog.SearchAsync(words, limit: MaxFound, cancellation: cancellation);
        return [.. page.Items.Select(Show)];
    }

    private ProductFact Show(CatalogProduct product)
    {
        _seen.Add(product.Sku);
        return new(product.Sku, product.Name, product.Price, product.Currency);
    }
}
