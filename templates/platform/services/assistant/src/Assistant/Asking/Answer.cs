using System.Text.Json.Serialization;

namespace Assistant.Asking;

/// <summary>What the customer is told.</summary>
public sealed record Answer
{
    /// <summary>Plain text, to be shown as text and never as HTML.</summary>
    [JsonPropertyName("answer")]
    public required string Text { get; init; }

    public required AnswerOutcome Outcome { get; init; }

    /// <summary>The products that the answer is about.</summary>
    public required IReadOnlyList<string> Skus { get; init; }
}
