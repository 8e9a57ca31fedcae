using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Polly;

namespace CatalogSdk;

/// <summary>Calls the catalog service. Made by <see cref="CatalogClientExtensions.AddCatalogClient"/>.</summary>
public sealed class CatalogClient(HttpClient http)
{
    /// <returns>Null when there is no such product.</returns>
    /// <exception cref="CatalogUnavailableException">The catalog did not answer in time, or not well.</exception>
    public Task<CatalogProduct?> GetProductAsync(Guid id, CancellationToken cancellation = default) =>
        GetAsync<CatalogProduct>($"products/{id}", cancellation);

    /// <param name="query">Words that the name or description must hold; null lists every product.</param>
    /// <param name="after">The previous page's <see cref="CatalogPage.Next"/>.</param>
    /// <param name="limit">How many at most, 1 to 100.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="CatalogUnavailableException">The catalog did not answer in time, or not well.</exception>
    public async Task<CatalogPage> SearchAsync(
        string? query = null, string? after = null, int limit = 20, CancellationToken cancellation = default)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"products?limit={limit}")
            + (query is null ? "" : $"&q={Uri.EscapeDataString(query)}")
            + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
        return await GetAsync<CatalogPage>(address, cancellation) ?? new([], null);
    }

    private async Task<T?> GetAsync<T>(string address, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using var response = await http.GetAsync(new Uri(address, UriKind.Relative), cancellation);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;

            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<T>(cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or ExecutionRejectedException or JsonException)
        {
            throw new CatalogUnavailableException($"The catalog did not answer: {failure.Message}", failure);
        }
    }
}
