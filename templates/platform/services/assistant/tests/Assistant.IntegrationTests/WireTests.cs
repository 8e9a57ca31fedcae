using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServiceDefaults.Testing;

namespace Assistant.IntegrationTests;

/// <summary>The whole way over real HTTP, to a fake that speaks OpenAI's wire format. No model is called.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private FakeOutside _outside = null!;
    private ServiceHost<Program> _service = null!;

    public async ValueTask InitializeAsync()
    {
        _outside = await FakeOutside.StartAsync();
        _service = new()
        {
            Settings =
            {
                ["Model:Endpoint"] = new Uri(_outside.Address, "v1").AbsoluteUri,
                ["Model:Name"] = "fake-model",
                ["Model:Key"] = "key-for-a-fake",
                ["Services:Catalog"] = _outside.Address.AbsoluteUri,
            },
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _outside.DisposeAsync();
    }

    [Fact]
    public async Task A_question_goes_to_the_model_through_the_tool_to_the_catalog_and_back()
    {
        using var response = await AskAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Hemp rope costs 24.50 EUR.", answer.GetProperty("answer").GetString());
        Assert.Equal("HL-ROPE-08", answer.GetProperty("skus")[0].GetString());
        Assert.Equal(2, _outside.Requests.Count);
        Assert.All(_outside.Authorizations, header => Assert.Equal("Bearer key-for-a-fake", header));
    }

    [Fact]
    public async Task What_is_sent_is_what_the_suite_judges()
    {
        using var response = await AskAsync();

        var sent = _outside.Requests[0];
        Assert.Equal("fake-model", sent.GetProperty("model").GetString());
        Assert.Equal(0.2, sent.GetProperty("temperature").GetDouble(), 1e-6);
        Assert.Equal(400, sent.GetProperty("max_completion_tokens").GetInt32());
        Assert.Equal(
            ["system", "user"], sent.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        AssertSame(
            Prompt("reply.json").GetProperty("json_schema").GetProperty("schema"),
            sent.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema"));
        // The client adds that there are no other parameters.
        AssertSame(
            Prompt("tools.json")[0].GetProperty("function").GetProperty("parameters"),
            sent.GetProperty("tools")[0].GetProperty("function").GetProperty("parameters"),
            "additionalProperties");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_model_that_refuses_is_unavailable(int status)
    {
        _outside.FailWith = status;

        using var response = await AskAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.InRange(_outside.Requests.Count, 1, 2);
    }

    private async Task<HttpResponseMessage> AskAsync()
    {
        using var client = _service.CreateClient();
        return await client.PostAsJsonAsync(
            new Uri("/ask", UriKind.Relative), new { question = "Do you sell rope?" }, TestContext.Current.CancellationToken);
    }

    private static void AssertSame(JsonElement expected, JsonElement actual, params string[] besides) => Assert.True(
        JsonElement.DeepEquals(expected, Without(actual, besides)), $"expected {expected.GetRawText()}, sent {actual.GetRawText()}");

    private static JsonElement Without(JsonElement value, string[] names) => JsonSerializer.SerializeToElement(
        value.EnumerateObject().Where(member => !names.Contains(member.Name)).ToDictionary(member => member.Name, member => member.Value));

    private static JsonElement Prompt(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "unit.yaml")))
            folder = folder.Parent;
        return JsonElement.Parse(File.ReadAllText(Path.Combine(folder.FullName, "prompts", name)));
    }
}
