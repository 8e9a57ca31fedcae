using ServiceDefaults.Testing;

namespace Ordering.Tests.Api;

public sealed class ApiDescriptionTests
{
    [Fact]
    public async Task The_committed_openapi_document_is_the_one_that_is_served__else_run_this_with_UPDATE_OPENAPI_set_to_1()
    {
        await using var host = new ServiceHost<Program>();
        host.Settings["Services:Catalog"] = "http://catalog";
        using var client = host.CreateClient();

        var (committed, served) = await ApiDescription.CompareAsync(client);

        Assert.Equal(committed, served);
    }
}
