using System.Text.Json;
using Microsoft.Extensions.AI;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Prompts;

/// <summary>The files of <c>prompts/</c>: what is sent to the model, and the form that its reply must have.</summary>
internal sealed class PromptFiles
{
    private readonly IReadOnlyList<PromptMessage> _messages;

    private PromptFiles(IReadOnlyList<PromptMessage> messages, ChatResponseFormat replyFormat) =>
        (_messages, ReplyFormat) = (messages, replyFormat);

    public ChatResponseFormat ReplyFormat { get; }

    /// <exception cref="InvalidDataException">A file is absent, or not what it should be.</exception>
    public static PromptFiles Load(string folder)
    {
        try
        {
            var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
            var messages = yaml.Deserialize<List<PromptMessage>>(File.ReadAllText(Path.Combine(folder, "answer.yaml")));
            if (messages is not { Count: > 0 } || messages.Exists(message => message.Role is "" || message.Content is ""))
                throw new InvalidDataException("answer.yaml must hold messages with role and content.");

            var format = JsonElement.Parse(File.ReadAllText(Path.Combine(folder, "reply.json"))).GetProperty("json_schema");
            return new(messages, ChatResponseFormat.ForJsonSchema(format.GetProperty("schema"), format.GetProperty("name").GetString()));
        }
        catch (Exception failure) when (failure is IOException or JsonException or KeyNotFoundException or YamlDotNet.Core.YamlException)
        {
            throw new InvalidDataException($"The prompts in {folder} cannot be used: {failure.Message}", failure);
        }
    }

    /// <summary>The messages with question and facts filled in, neither of which can leave its place.</summary>
    public IEnumerable<ChatMessage> Render(string question, string facts) => _messages.Select(message => new ChatMessage(
        new ChatRole(message.Role),
        message.Content
            .Replace("{{facts}}", Tame(facts), StringComparison.Ordinal)
            .Replace("{{question}}", Tame(question), StringComparison.Ordinal)));

    // The places are marked by tags, so what is put into them holds none; nor a placeholder that would be filled in turn.
    private static string Tame(string text) => text.Replace('<', '‹').Replace('>', '›').Replace("{{", "{ {", StringComparison.Ordinal);
}
