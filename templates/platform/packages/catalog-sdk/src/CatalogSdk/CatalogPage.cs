namespace CatalogSdk;

/// <param name="Items">Products in the order of their names.</param>
/// <param name="Next">Give it as <c>after</c> to get the next page; null on the last.</param>
public sealed record CatalogPage(IReadOnlyList<CatalogProduct> Items, string? Next);
