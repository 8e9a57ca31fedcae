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

    private static JsonObject Write(Subject subject) => new()
    {
        ["name"] = subject.Name,
        ["digest"] = new JsonObject(subject.Digests.Select(digest => KeyValuePair.Create(digest.Key, (JsonNode?)digest.Value))),
    };
}
