using System.Net;

namespace Assistant.Tests.Api;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_costs_no_question(string path)
    {
        using var model = new FakeModel();
        await using var service = new AssistantService(model);
        using var client = service.CreateClient();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(model.Asked);
    }
}
