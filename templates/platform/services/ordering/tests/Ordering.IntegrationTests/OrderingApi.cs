using System.Net.Http.Json;
using CatalogSdk;
using Ordering.Orders;
using Ordering.Placement;

namespace Ordering.IntegrationTests;

/// <summary>Ordering's API as a caller uses it.</summary>
internal static class OrderingApi
{
    /// <returns>A customer that no other test has.</returns>
    public static string AnyCustomer() => $"customer-{Guid.NewGuid():n}";

    public static PlaceOrder Order(string customerId, params (CatalogProduct Product, int Quantity)[] lines) => new()
    {
        CustomerId = customerId,
        Lines = [.. lines.Select(line => new PlaceOrderLine { ProductId = line.Product.Id, Quantity = line.Quantity })],
    };

    public static Task<HttpResponseMessage> PlaceAsync(this HttpClient client, PlaceOrder order, string? key) =>
        client.SendAsync(HttpMethod.Post, "/orders", ("Idempotency-Key", key), JsonContent.Create(order));

    public static async Task<OrderView> PlacedAsync(this HttpClient client, PlaceOrder order)
    {
        using var response = await client.PlaceAsync(order, Guid.NewGuid().ToString());
        response.EnsureSuccessStatusCode();
        return await response.ReadAsync<OrderView>();
    }

    public static Task<HttpResponseMessage> CancelAsync(this HttpClient client, OrderView order, string? ifMatch) =>
        client.SendAsync(HttpMethod.Post, $"/orders/{order.Id}/cancel", ("If-Match", ifMatch), content: null);

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<T>(TestContext.Current.CancellationToken))!;

    private static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string address, (string Name, string? Value) header, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (header.Value is not null)
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
