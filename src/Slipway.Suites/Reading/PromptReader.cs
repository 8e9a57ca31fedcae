using System.Collections.Immutable;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>Reads the prompt: a text, or a file of one text (.md, .txt) or of chat messages (.yaml, .json).</summary>
internal static class PromptReader
{
    public static ImmutableArray<ChatMessage>? Read(Fields suite, SuiteFolder folder, ProblemList problems)
    {
        if (suite.Require("prompts", "Add 'prompts: ['{{question}}']', or name a file with file://.") is null) return null;
        var prompts = suite.Texts("prompts");
        if (prompts is not [var prompt])
        {
            if (prompts.Count > 1) problems.Add(Codes.WrongShape, suite.File, prompts[1], "A suite judges one candidate, and so one prompt.", "Move the other prompt to a suite of its own.");
            return null;
        }
        if (!SuiteFolder.IsReference(prompt.Text)) return [new("user", prompt.Text!)];
        return folder.Resolve(prompt, folder.UnitPath, suite.File, problems) is { } source && source.Read(problems) is { } text
            ? Read(source, text, prompt, suite.File, problems)
            : null;
    }

    private static ImmutableArray<ChatMessage>? Read(SourceText source, string text, Node prompt, string file, ProblemList problems)
    {
        switch (Path.GetExtension(source.Path))
        {
            case ".md" or ".txt":
                return [new("user", text)];
            case ".yaml" or ".yml" or ".json":
                return YamlText.Read(text, source.Shown, problems) is { } document ? Messages(document, source.Shown, problems) : null;
            default:
                problems.Add(Codes.WrongShape, file, prompt, $"'{prompt.Text}' is no prompt file.", "Use .md or .txt for one text, .yaml or .json for chat messages.");
                return null;
        }
    }

    private static ImmutableArray<ChatMessage>? Messages(Node document, string file, ProblemList problems)
    {
        if (document.Kind is not NodeKind.List || document.Items.Count == 0)
        {
            problems.Add(Codes.WrongShape, file, document, "A chat prompt is a list of messages, each with 'role' and 'content'.");
            return null;
        }
        var messages = ImmutableArray.CreateBuilder<ChatMessage>();
        foreach (var item in document.Items)
        {
            var fields = new Fields(item, "a message", file, problems, "role", "content");
            var role = fields.Require("role", "Use system, user or assistant.") is null ? null : fields.OneOf("role", "system", "user", "assistant");
            var content = fields.Require("content", "Write the text of the message.") is null ? null : fields.Text("content");
            if (role is not null && content is not null) messages.Add(new(role, content));
        }
        return messages.ToImmutable();
    }
}
