using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Slipway.Evidence.Json;

namespace Slipway.Evidence.Statements;

/// <summary>Writes the bytes of a statement, once: these very bytes are signed and kept.</summary>
public static class StatementWriter
{
    public static byte[] Write(Statement statement) => CanonicalJson.Write(new JsonObject
    {
        ["_type"] = Uris.InTotoStatement,
        ["subject"] = new JsonArray([.. statement.Subjects.Select(Write)]),
        ["predicateType"] = statement.PredicateType,
        ["predicate"] = JsonObject.Create(statement.Predicate),
    });

    private static JsonObject Write(Subject subject)
    {
        var members = new JsonObject { ["name"] = subject.Name, ["digest"] = Texts(subject.Digests) };
        if (!subject.Annotations.IsEmpty) members["annotations"] = Texts(subject.Annotations);
        return members;
    }

    private static JsonObject Texts(ImmutableSortedDictionary<string, string> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));
}
