using System.Text.Json;
using Slipway.Model;

namespace Slipway.Suites.Recordings;

/// <summary>One request and the answer to it, as a line of a cassette holds them.</summary>
internal sealed record Recording
{
    public required RecordedRequest Request { get; init; }

    public required Digest Key { get; init; }

    /// <summary>The HTTP status. Only 200 is served as an answer; others are kept as attempts.</summary>
    public required int Status { get; init; }

    /// <summary>The body in the wire format of OpenAI's chat completions.</summary>
    public required JsonElement Body { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How it was made, in words: by which call to which model, or by whom without one.</summary>
    public required string How { get; init; }

    /// <summary>The cassette, relative to the platform's root.</summary>
    public required string File { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The answer as text: what the model said, or as promptfoo has it, the JSON of the tools that it called. Null when it is none.</summary>
    public string? Output
    {
        get
        {
            if (Status != 200 || Choice() is not { } choice || !choice.TryGetProperty("message", out var message)) return null;
            if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueEquals("content_filter")) return null;
            if (message.TryGetProperty("tool_calls", out var calls) && calls is { ValueKind: JsonValueKind.Array } && calls.GetArrayLength() > 0)
                return calls.GetRawText();
            return message.TryGetProperty("content", out var content) && content.ValueKind is JsonValueKind.String ? content.GetString() : null;
        }
    }

    private JsonElement? Choice() =>
        Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("choices", out var choices) && choices.ValueKind is JsonValueKind.Array
            && choices.GetArrayLength() > 0 && choices[0].ValueKind is JsonValueKind.Object
            ? choices[0]
            : null;
}
