using System.Net;

namespace Assistant.Tests.Limits;

public sealed class QuestionLimitTests
{
    [Fact]
    public async Task One_question_too_many_in_a_minute_is_told_to_wait()
    {
        using var model = new FakeModel(FakeModel.Replies("Within 30 days."));
        await using var service = new AssistantService(model);
        service.Settings["Limits:QuestionsPerMinute"] = "1";

        using var first = await service.AskAsync(new { question = "Can I return it?" });
        using var second = await service.AskAsync(new { question = "Can I return it?" });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
        Assert.Single(model.Asked);
    }
}
