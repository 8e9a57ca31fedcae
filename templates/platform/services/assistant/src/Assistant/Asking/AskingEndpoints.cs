using Assistant.Limits;
using Assistant.ModelAccess;
using CatalogSdk;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Http;

namespace Assistant.Asking;

internal static class AskingEndpoints
{
    public static void MapAsking(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/ask", AskAsync).WithName("Ask").WithTags("Assistant").RequireRateLimiting(QuestionLimits.Policy)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Answers a question about the products.</summary>
    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> AskAsync(
        AskedQuestion question, Answerer answerer, CancellationToken cancellation)
    {
        try
        {
            return TypedResults.Ok(await answerer.AnswerAsync(question, cancellation));
        }
        catch (ModelReplyException)
        {
            return Problems.Of(
                StatusCodes.Status502BadGateway, "No usable answer", "The model's reply could not be understood. Ask again, or ask differently.");
        }
        catch (Exception failure) when (failure is ModelUnavailableException or CatalogUnavailableException)
        {
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable, "No answer now", "The assistant cannot answer at the moment. Ask again in a minute.");
        }
    }
}
