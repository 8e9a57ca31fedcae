using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Evidence.Policies;
using Slipway.Evidence.Statements;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Evidence.Summaries;

/// <summary>SLSA's verification summary: what a verifier came to, on which statements, by which policy. It claims no more than Build L1.</summary>
public sealed record VerificationSummary
{
    public required ReleaseManifest Manifest { get; init; }

    public required ReleasePolicies Policies { get; init; }

    public required EnvironmentName Environment { get; init; }

    /// <summary>Every statement that was looked at: its path in the release and its bundle's digest.</summary>
    public required ImmutableArray<(string Path, Digest Digest)> Inputs { get; init; }

    public required bool Passed { get; init; }

    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The version of Slipway; null where it is not known.</summary>
    public string? Slipway { get; init; }

    public Statement ToStatement(SigningAct signing)
    {
        ArgumentNullException.ThrowIfNull(signing);
        var subjects = ReleaseSubjects.Of(Manifest.Content);
        return new()
        {
            Subjects = [subjects[0] with { Annotations = signing.ToAnnotations() }, .. subjects[1..]],
            PredicateType = Uris.VerificationSummary,
            Predicate = Predicate(),
        };
    }

    private JsonElement Predicate()
    {
        var verifier = new JsonObject { ["id"] = Uris.Verifier };
        if (Slipway is not null) verifier["version"] = new JsonObject { ["slipway"] = Slipway };
        var policy = new JsonObject { ["uri"] = Uris.Policy(Policies.Digest is not null, Environment) };
        if (Policies.Digest is { } digest) policy["digest"] = Sha256(digest);
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["verifier"] = verifier,
            ["timeVerified"] = Rfc3339.Write(VerifiedAt),
            ["resourceUri"] = Uris.Release(Manifest.Content.Unit, Manifest.Origin.Version),
            ["policy"] = policy,
            ["inputAttestations"] = new JsonArray([.. Inputs.Select(input => new JsonObject { ["uri"] = input.Path, ["digest"] = Sha256(input.Digest) })]),
            ["verificationResult"] = Passed ? "PASSED" : "FAILED",
            ["verifiedLevels"] = new JsonArray(Passed ? "SLSA_BUILD_LEVEL_1" : "FAILED"),
            ["slsaVersion"] = "1.2",
        });
    }

    private static JsonObject Sha256(Digest digest) => new() { ["sha256"] = digest.Hex };
}
