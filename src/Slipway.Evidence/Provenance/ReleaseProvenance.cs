using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Evidence.Statements;
using Slipway.Model.Releases;

namespace Slipway.Evidence.Provenance;

/// <summary>
/// SLSA provenance v1 of a release. It is a function of the manifest and of what the builder knew, so that a verifier reads the latter out of
/// it, computes it again and compares: a member too many is as wrong as one that differs.
/// </summary>
public static class ReleaseProvenance
{
    public static JsonElement PredicateOf(ReleaseManifest manifest, BuildFacts facts) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["buildDefinition"] = new JsonObject
        {
            ["buildType"] = Uris.ReleaseBuildType,
            ["externalParameters"] = External(manifest, facts),
            ["internalParameters"] = Internal(manifest.Origin, facts),
            ["resolvedDependencies"] = Dependencies(manifest.Origin, facts),
        },
        ["runDetails"] = new JsonObject
        {
            ["builder"] = Builder(manifest.Origin, facts),
            ["metadata"] = Metadata(manifest.Origin, facts),
        },
    });

    private static JsonObject External(ReleaseManifest manifest, BuildFacts facts)
    {
        var members = new JsonObject { ["unit"] = manifest.Content.Unit.ToString(), ["version"] = manifest.Origin.Version };
        if (facts.Configuration is { } configuration) members["configuration"] = configuration;
        return members;
    }

    private static JsonObject Internal(ReleaseOrigin origin, BuildFacts facts)
    {
        var members = new JsonObject(facts.Internal.Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)fact.Value)));
        members["dirty"] = origin.Dirty;
        return members;
    }

    private static JsonArray Dependencies(ReleaseOrigin origin, BuildFacts facts)
    {
        var source = origin.Commit is null ? [] : new[] { Resource(BuildFactsReader.Source, "gitCommit", origin.Commit) };
        return new([.. source, .. facts.Materials.Select(material => Resource(material.Name, material.Algorithm, material.Hex))]);
    }

    private static JsonObject Builder(ReleaseOrigin origin, BuildFacts facts)
    {
        var members = new JsonObject { ["id"] = Uris.Builder(origin.Builder) };
        if (facts.Slipway is { } version) members["version"] = new JsonObject { ["slipway"] = version };
        return members;
    }

    private static JsonObject Metadata(ReleaseOrigin origin, BuildFacts facts)
    {
        var members = new JsonObject { ["invocationId"] = InvocationUri.Write(origin.Invocation) };
        if (facts.StartedOn is { } started) members["startedOn"] = Rfc3339.Write(started);
        if (facts.FinishedOn is { } finished) members["finishedOn"] = Rfc3339.Write(finished);
        return members;
    }

    private static JsonObject Resource(string name, string algorithm, string digest) => new()
    {
        ["name"] = name,
        ["digest"] = new JsonObject { [algorithm] = digest },
    };
}
