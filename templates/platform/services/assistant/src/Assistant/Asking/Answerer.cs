using Assistant.ModelAccess;
using Assistant.Products;
using Assistant.Prompts;
using CatalogSdk;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Assistant.Asking;

/// <summary>Answers one question: gathers facts, asks the model, and lets nothing out that the facts do not carry.</summary>
internal sealed class Answerer(
    IChatClient model, PromptFiles prompts, CatalogClient catalog, IOptions<ModelOptions> options, TimeProvider clock,
    ILogger<Answerer> logger)
{
    /// <exception cref="ModelUnavailableException">The model did not answer, or not in time.</exception>
    /// <exception cref="ModelReplyException">The model answered something that is no reply.</exception>
    /// <exception cref="CatalogUnavailableException">The catalog did not answer.</exception>
    public async Task<Answer> AnswerAsync(AskedQuestion question, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var products = new ProductLookup(catalog);
        var facts = await products.FactsAsync(question.ProductIds, cancellation);
        var response = await AskAsync(prompts.Render(question.Question, facts), products, cancellation);
        var answer = Grounding.Keep(ModelReply.Parse(response.Text), products.Seen);

        // Neither question nor answer: customers write things into questions that have no place in a log.
        logger.LogInformation(
            "Answered a question: {Outcome}, {Products} products, {InputTokens} + {OutputTokens} tokens of {Model} in {Milliseconds:0} ms",
            answer.Outcome, products.Seen.Count, response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, response.ModelId,
            clock.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }

    private async Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ProductLookup products, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await model.GetResponseAsync(messages, Options(products), either.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && ModelUnavailableException.Means(failure))
        {
            logger.LogWarning(failure, "The model did not answer");
            throw new ModelUnavailableException("The model did not answer.", failure);
        }
    }

    private ChatOptions Options(ProductLookup products) => new()
    {
        Temperature = options.Value.Temperature,
        MaxOutputTokens = options.Value.MaxAnswerTokens,
        ResponseFormat = prompts.ReplyFormat,
        Tools = [products.Tool],
    };
}
