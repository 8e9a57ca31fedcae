using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;

namespace Assistant.Tests.Asking;

public sealed class QuestionRulesTests
{
    public static TheoryData<object, string> Bad => new()
    {
        { new { question = "" }, "question" },
        { new { }, "question" },
        { new { question = new string('x', 501) }, "question" },
        { new { question = "q", productIds = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()) }, "ProductIds" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_question_is_refused_before_anything_is_paid_for(object question, string field)
    {
        using var model = new FakeModel(FakeModel.Replies("It is free."));
        await using var service = new AssistantService(model);

        using var response = await service.AskAsync(question);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(TestContext.Current.CancellationToken);
        Assert.Contains(problem!.Errors.Keys, key => string.Equals(key, field, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(model.Asked);
    }
}
