using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Tests.Asking;

public sealed class FailingTests
{
    private static readonly object _question = new { question = "What does it cost?", productIds = new[] { FakeCatalog.LampId } };

    [Theory]
    [InlineData("")]
    [InlineData("It costs 129 EUR.")]
    [InlineData("{\"answer\":\"x\"}")]
    [InlineData("{\"answer\":\"x\",\"skus\":[],\"outcome\":\"sold\"}")]
    [InlineData("{\"answer\":\"\",\"skus\":[],\"outcome\":\"answered\"}")]
    [InlineData("{\"answer\":\"x\",\"skus\":null,\"outcome\":\"answered\"}")]
    [InlineData("```json\n{\"answer\":\"x\",\"skus\":[],\"outcome\":\"answered\"}\n```")]
    public async Task A_reply_of_another_form_is_a_bad_gateway(string reply)
    {
        using var model = new FakeModel(FakeModel.Says(reply));
        await using var service = new AssistantService(model);

        await AssertProblemAsync(service, HttpStatusCode.BadGateway, "No usable answer");
    }

    [Fact]
    public async Task A_model_that_fails_is_unavailable()
    {
        using var model = new FakeModel(FakeModel.Throws(new HttpRequestException("connection refused: 10.0.0.7")));
        await using var service = new AssistantService(model);

        var problem = await AssertProblemAsync(service, HttpStatusCode.ServiceUnavailable, "No answer now");

        Assert.DoesNotContain("10.0.0.7", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_never_answers_is_unavailable_when_its_time_is_over()
    {
        using var model = new FakeModel(FakeModel.NeverAnswers);
        await using var service = new AssistantService(model);
        service.Settings["Model:Timeout"] = "00:00:01";

        await AssertProblemAsync(service, HttpStatusCode.ServiceUnavailable, "No answer now");
    }

    [Fact]
    public async Task A_catalog_that_fails_is_unavailable_and_the_model_is_not_asked()
    {
        using var model = new FakeModel(FakeModel.Replies("It is free."));
        await using var service = new AssistantService(model);
        service.Catalog.Fails = true;

        await AssertProblemAsync(service, HttpStatusCode.ServiceUnavailable, "No answer now");

        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task A_bug_is_not_called_the_models_fault()
    {
        using var model = new FakeModel(FakeModel.Throws(new InvalidCastException("secret detail")));
        await using var service = new AssistantService(model);

        using var response = await service.AskAsync(_question);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret detail", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<ProblemDetails> AssertProblemAsync(AssistantService service, HttpStatusCode status, string title)
    {
        using var response = await service.AskAsync(_question);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<ProblemDetails>(TestContext.Current.CancellationToken);
        Assert.Equal(title, problem!.Title);
        return problem;
    }
}
