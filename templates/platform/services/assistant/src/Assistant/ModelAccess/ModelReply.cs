using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.Asking;

namespace Assistant.ModelAccess;

/// <summary>What the model says, in the form that <c>prompts/reply.json</c> asks for.</summary>
internal sealed record ModelReply
{
    private static readonly JsonSerializerOptions _strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public required string Answer { get; init; }

    public required IReadOnlyList<string> Skus { get; init; }

    public required AnswerOutcome Outcome { get; init; }

    /// <exception cref="ModelReplyException">The text is not of that form.</exception>
    public static ModelReply Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelReply>(text, _strict) is { Answer.Length: > 0 } reply
                ? reply
                : throw new ModelReplyException("The model's reply is empty.");
        }
        catch (JsonException failure)
        {
            throw new ModelReplyException("The model's reply is not of the agreed form.", failure);
        }
    }
}
