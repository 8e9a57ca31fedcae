namespace Assistant.Products;

/// <summary>A product as the model sees it.</summary>
internal sealed record ProductFact(string Sku, string Name, decimal Price, string Currency);
