using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>Reads the provider: an OpenAI-compatible chat model and the options that make a difference to its answer.</summary>
internal static class ProviderReader
{
    private const string Chat = "openai:chat:";

    private static readonly string[] Options =
    [
        "temperature", "top_p", "seed", "max_tokens", "max_completion_tokens", "stop", "tools", "tool_choice", "response_format", "reasoning_effort",
    ];

    public static Provider? Read(Fields suite, SuiteFolder folder, ProblemList problems)
    {
        if (suite.Require("providers", "Add 'providers: [{id: 'openai:chat:MODEL'}]'.") is null) return null;
        var providers = suite.List("providers");
        if (providers.Count != 1)
        {
            problems.Add(Codes.WrongShape, suite.File, suite.Find("providers"), "A suite judges one candidate, and so one provider.", "Name one; put another into a suite of its own.");
            return null;
        }
        var (id, at, options) = providers[0].Text is { } text ? (text, providers[0], null) : Map(providers[0], suite.File, problems);
        if (id is null) return null;
        if (id.StartsWith(Chat, StringComparison.Ordinal) && id.Length > Chat.Length)
            return new(id[Chat.Length..], Body(options, folder, suite.File, problems));
        problems.Add(Codes.WrongShape, suite.File, at, $"The provider '{id}' is not supported.", $"Use {Chat}MODEL: any OpenAI-compatible endpoint answers to it.");
        return null;
    }

    private static (string? Id, Node At, Fields? Options) Map(Node provider, string file, ProblemList problems)
    {
        var fields = new Fields(provider, "the provider", file, problems, "id", "label", "config");
        var id = fields.Require("id", $"Add 'id: {Chat}MODEL'.");
        return (id is null ? null : fields.Text("id"), id ?? provider, fields.Map("config", Options));
    }

    private static ImmutableSortedDictionary<string, JsonElement> Body(Fields? options, SuiteFolder folder, string file, ProblemList problems)
    {
        var body = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in options?.Node.Members ?? [])
        {
            var value = member.Value;
            if (!SuiteFolder.IsReference(value.Text)) body[member.Key] = value.ToElement();
            else if (folder.Resolve(value, folder.UnitPath, file, problems) is { } source
                && source.Read(problems) is { } text
                && YamlText.Read(text, source.Shown, problems) is { } document) body[member.Key] = document.ToElement();
        }
        return body.ToImmutable();
    }
}
