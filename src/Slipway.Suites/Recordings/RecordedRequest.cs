using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Model;

namespace Slipway.Suites.Recordings;

/// <summary>What makes a difference to an answer: never host, credentials or time.</summary>
internal sealed record RecordedRequest(JsonElement Content)
{
    public const int SchemaVersion = 1;

    /// <summary>The recording's key: the same request has the same key on every machine.</summary>
    public Digest Key => Digest.Of(CanonicalJson.Write(Content));

    /// <summary>The request of one case of a suite.</summary>
    /// <param name="suite">Gives model and options.</param>
    /// <param name="asked">Gives the messages.</param>
    /// <param name="repeat">Which repeat, from 0: each has an answer of its own.</param>
    public static RecordedRequest Of(EvaluationSuite suite, SuiteCase asked, int repeat)
    {
        var body = new JsonObject
        {
            ["model"] = suite.Model,
            ["messages"] = new JsonArray([.. asked.Messages.Select(message => new JsonObject { ["role"] = message.Role, ["content"] = message.Content })]),
        };
        foreach (var (name, value) in suite.RequestOptions) body[name] = JsonSerializer.SerializeToNode(value);
        return new(JsonSerializer.SerializeToElement(new JsonObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["method"] = "POST",
            ["path"] = "/v1/chat/completions",
            ["body"] = body,
            ["repeatIndex"] = repeat,
            ["ordinal"] = 0,
        }));
    }

    /// <summary>The fields in which another request differs, such as <c>body.messages[0].content</c>.</summary>
    public IReadOnlyList<string> DifferencesFrom(RecordedRequest other)
    {
        var (mine, its) = (Leaves(Content, ""), Leaves(other.Content, ""));
        return [.. mine.Keys.Union(its.Keys).Where(path => mine.GetValueOrDefault(path) != its.GetValueOrDefault(path)).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> Leaves(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
            .ToDictionary(StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray()
            .SelectMany((item, index) => Leaves(item, $"{path}[{index}]"))
            .ToDictionary(StringComparer.Ordinal),
        _ => new(StringComparer.Ordinal) { [path] = value.GetRawText() },
    };
}
