using Assistant.ModelAccess;

namespace Assistant.Asking;

/// <summary>Holds a reply against what was looked up for it. A model that names a product which nobody showed it made it up.</summary>
internal static class Grounding
{
    private const string NotCertain = "I cannot say that for certain. Please look at the product's page, or write to support@shop.example.";

    /// <param name="reply">What the model said.</param>
    /// <param name="seen">The SKUs that facts or tool gave it.</param>
    public static Answer Keep(ModelReply reply, IReadOnlySet<string> seen) => reply.Skus.All(seen.Contains)
        ? new() { Text = reply.Answer, Outcome = reply.Outcome, Skus = [.. reply.Skus.Distinct(StringComparer.Ordinal)] }
        : new() { Text = NotCertain, Outcome = AnswerOutcome.Unknown, Skus = [] };
}
