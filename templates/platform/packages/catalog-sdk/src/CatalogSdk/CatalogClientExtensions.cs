using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace CatalogSdk;

public static class CatalogClientExtensions
{
    /// <summary>Adds <see cref="CatalogClient"/>, with an attempt's limit of two seconds and a call's of six.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="address">The root of the catalog's API.</param>
    public static IHttpClientBuilder AddCatalogClient(this IServiceCollection services, Uri address)
    {
        var client = services.AddHttpClient<CatalogClient>(http => http.BaseAddress = WithSlash(address));
        client.AddStandardResilienceHandler(Configure);
        return client;
    }

    private static void Configure(HttpStandardResilienceOptions options)
    {
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(2);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(6);
        options.Retry.MaxRetryAttempts = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        // A product would be created twice.
        options.Retry.DisableForUnsafeHttpMethods();
    }

    // Without it the last segment of the address would be cut off.
    private static Uri WithSlash(Uri address) =>
        address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + '/');
}
