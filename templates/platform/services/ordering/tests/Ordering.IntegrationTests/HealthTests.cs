using System.Net;

namespace Ordering.IntegrationTests;

public sealed class HealthTests(OrderingService service) : IClassFixture<OrderingService>
{
    [Fact]
    public async Task A_service_with_its_database_is_ready_whether_or_not_the_catalog_is()
    {
        service.Catalog.IsDown = true;

        using var ready = await service.CreateClient().GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }
}
