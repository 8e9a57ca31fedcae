using System.Net.Http.Json;
using System.Text.Json;
using CatalogSdk;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Testing;

namespace Assistant.Tests;

/// <summary>The assistant, whole, but for the model and the catalog.</summary>
internal sealed class AssistantService : ServiceHost<Program>
{
    private readonly FakeModel _model;

    public AssistantService(FakeModel model)
    {
        _model = model;
        Settings["Model:Endpoint"] = "http://model.test/v1";
        Settings["Model:Name"] = "fake";
        Settings["Model:Key"] = "none";
        Settings["Services:Catalog"] = "http://catalog.test";
    }

    public FakeCatalog Catalog { get; } = new();

    public async Task<HttpResponseMessage> AskAsync(object question)
    {
        using var client = CreateClient();
        return await client.PostAsJsonAsync(new Uri("/ask", UriKind.Relative), question, TestContext.Current.CancellationToken);
    }

    /// <returns>The body of a success.</returns>
    public async Task<JsonElement> AnswerAsync(string question, params Guid[] productIds)
    {
        using var response = await AskAsync(new { question, productIds });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    protected override void Replace(IServiceCollection services)
    {
        services.AddChatClient(_model).UseFunctionInvocation();
        services.AddHttpClient<CatalogClient>().ConfigurePrimaryHttpMessageHandler(() => Catalog);
    }
}
