using System.Net;

namespace Catalog.IntegrationTests;

public sealed class HealthTests(CatalogService service) : IClassFixture<CatalogService>
{
    [Fact]
    public async Task A_service_with_its_database_is_ready() =>
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await AskAsync(service.CreateClient()));

    [Fact]
    public async Task A_service_without_its_database_lives_but_is_not_ready()
    {
        await using var stranded = new CatalogService();
        stranded.Settings["ConnectionStrings:Catalog"] = "Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=2";

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await AskAsync(stranded.CreateClient()));
    }

    private static async Task<(HttpStatusCode Live, HttpStatusCode Ready)> AskAsync(HttpClient client)
    {
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return (live.StatusCode, ready.StatusCode);
    }
}
