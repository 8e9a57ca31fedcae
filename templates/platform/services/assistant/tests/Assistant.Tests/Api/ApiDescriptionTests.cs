using ServiceDefaults.Testing;

namespace Assistant.Tests.Api;

public sealed class ApiDescriptionTests
{
    [Fact]
    public async Task The_committed_openapi_document_is_the_one_that_is_served__else_run_this_with_UPDATE_OPENAPI_set_to_1()
    {
        using var model = new FakeModel();
        await using var service = new AssistantService(model);
        using var client = service.CreateClient();

        var (committed, served) = await ApiDescription.CompareAsync(client);

        Assert.Equal(committed, served);
    }
}
