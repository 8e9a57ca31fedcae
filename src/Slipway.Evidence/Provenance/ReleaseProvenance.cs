using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Releases;
using Slipway.Evidence.Statements;
using Slipway.Model.Releases;

namespace Slipway.Evidence.Provenance;

/// <summary>
/// SLSA provenance v1 of a release. It is a function of the manifest and of the kind of key alone, so that a verifier can compute it
/// again and compare: a member too many is as wrong as one that differs.
/// </summary>
public static class ReleaseProvenance
{
    // SLSA asks that extensions carry their vendor's name.
    private const string KeyMember = "slipway_signingKey";

    public static Statement StatementOf(ReleaseManifest manifest, KeyKind key) => new()
    {
        Subjects = [SubjectOf(manifest.Content)],
        PredicateType = Uris.SlsaProvenance,
        Predicate = PredicateOf(manifest, key),
    };

    public static Subject SubjectOf(ReleaseContent content) => Subject.Of(content.Unit.ToString(), ReleaseManifestWriter.DigestOf(content));

    /// <summary>The kind of key that a signed predicate owns up to; null if it names none.</summary>
    public static KeyKind? KeyKindOf(JsonElement predicate)
    {
        var said = Member(Member(Member(predicate, "runDetails"), "metadata"), KeyMember);
        if (said?.ValueKind is not JsonValueKind.String) return null;
        return Enum.GetValues<KeyKind>().Cast<KeyKind?>().FirstOrDefault(kind => said.Value.ValueEquals(Word(kind!.Value)));
    }

    public static JsonElement PredicateOf(ReleaseManifest manifest, KeyKind key)
    {
        var origin = manifest.Origin;
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["buildDefinition"] = new JsonObject
            {
                ["buildType"] = Uris.ReleaseBuildType,
                ["externalParameters"] = new JsonObject { ["unit"] = manifest.Content.Unit.ToString(), ["version"] = origin.Version },
                ["internalParameters"] = new JsonObject { ["dirty"] = origin.Dirty },
                ["resolvedDependencies"] = origin.Commit is null ? [] : new JsonArray(Source(origin.Commit)),
            },
            ["runDetails"] = new JsonObject
            {
                ["builder"] = new JsonObject { ["id"] = Uris.Builder(origin.Builder) },
                ["metadata"] = new JsonObject { ["invocationId"] = $"urn:uuid:{origin.Invocation:D}", [KeyMember] = Word(key) },
            },
        });
    }

    private static string Word(KeyKind kind) => kind is KeyKind.Development ? "development" : "release";

    private static JsonElement? Member(JsonElement? parent, string key) =>
        parent is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(key, out var member) ? member : null;

    private static JsonObject Source(string commit) => new()
    {
        ["name"] = "source",
        ["digest"] = new JsonObject { ["gitCommit"] = commit },
    };
}
