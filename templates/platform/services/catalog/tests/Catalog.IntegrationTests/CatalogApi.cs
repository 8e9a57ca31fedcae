using System.Net;
using System.Net.Http.Json;
using Catalog.Products;
using ServiceDefaults.Http;

namespace Catalog.IntegrationTests;

/// <summary>The catalog's API as a caller uses it.</summary>
internal static class CatalogApi
{
    /// <returns>A product that breaks no rule, with a SKU that no other test has.</returns>
    public static CreateProduct AnyProduct(string name = "Lamp") => new()
    {
        Sku = $"SKU-{Guid.NewGuid():N}".ToUpperInvariant(),
        Name = name,
        Description = "Gives light.",
        Price = 20.00m,
        Currency = "EUR",
    };

    /// <returns>A word that no other test writes.</returns>
    public static string AnyWord() => $"word{Guid.NewGuid():N}";

    public static async Task<ProductView> CreateAsync(this HttpClient client, CreateProduct request)
    {
        using var response = await client.PostAsJsonAsync("/products", request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await response.ReadAsync<ProductView>();
    }

    public static async Task<Page<ProductView>> SearchAsync(this HttpClient client, string query) =>
        (await client.GetFromJsonAsync<Page<ProductView>>($"/products?{query}", TestContext.Current.CancellationToken))!;

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, string address, object body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<T>(TestContext.Current.CancellationToken))!;
}
