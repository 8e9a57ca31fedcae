using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Statements;
using Slipway.Model.Releases;

namespace Slipway.Evidence.Attestations;

/// <summary>Turns what a run knows into statements: one of provenance, one a gate, and one of the SBOM where the release has one.</summary>
public static class ReleaseStatements
{
    // Whether a record was an earlier run's is no news about the release.
    private const string Replayed = "slipway_replayed";

    /// <param name="manifest">Of the release that they are about.</param>
    /// <param name="evidence">What is known of it.</param>
    /// <param name="key">The kind of key that will sign.</param>
    /// <param name="sbom">The bytes of the part <c>sbom</c>; null where the release has none.</param>
    /// <exception cref="JsonException">The SBOM is no JSON.</exception>
    public static ImmutableArray<(AttestationName Name, Statement Statement)> Of(
        ReleaseManifest manifest, ReleaseEvidence evidence, KeyKind key, ReadOnlyMemory<byte>? sbom)
    {
        var signing = new SigningAct
        {
            Invocation = evidence.Invocation, SignedAt = Rfc3339.Whole(evidence.SignedAt), Builder = evidence.Builder, Key = key,
        };
        var release = ReleaseSubjects.Of(manifest.Content);
        release = release.SetItem(0, release[0] with { Annotations = signing.ToAnnotations() });
        var sources = ReleaseSubjects.SourceOf(manifest.Origin, Tree(manifest.Origin, evidence)) is { } source ? release.Add(source) : release;
        var statements = ImmutableArray.CreateBuilder<(AttestationName, Statement)>();
        void Add(AttestationName name, ImmutableArray<Subject> subjects, JsonElement predicate) =>
            statements.Add((name, new() { Subjects = subjects, PredicateType = name.PredicateType, Predicate = predicate }));

        Add(AttestationName.Provenance, release, ReleaseProvenance.PredicateOf(manifest, Whole(evidence.Build, sbom)));
        if (sbom is { } bytes) Add(AttestationName.Sbom, release, JsonElement.Parse(bytes.Span));
        foreach (var gate in evidence.Gates) Add(AttestationName.OfGate(gate.Gate), sources, GateStatement.PredicateOf(gate));
        return statements.ToImmutable();
    }

    /// <summary>Whether two statements say the same of a release, whenever and by whom they were signed.</summary>
    public static bool SayTheSame(Statement left, Statement right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return JsonElement.DeepEquals(Essence(left), Essence(right));
    }

    // What packaging found out for the SBOM, the provenance says as well: the two cannot differ.
    private static BuildFacts Whole(BuildFacts build, ReadOnlyMemory<byte>? sbom) => sbom is not { } bytes ? build : build with
    {
        Materials = [.. build.Materials.Concat(SbomMaterials.Of(bytes)).DistinctBy(material => material.Name).OrderBy(material => material.Name, StringComparer.Ordinal)],
    };

    // A release may come from an earlier commit, whose tree nobody looked up.
    private static string? Tree(ReleaseOrigin origin, ReleaseEvidence evidence) => evidence.Head is { } head && head.Commit == origin.Commit ? head.Tree : null;

    private static JsonElement Essence(Statement statement)
    {
        var predicate = JsonObject.Create(statement.Predicate) ?? [];
        predicate.Remove(Replayed);
        var subjects = new JsonArray([.. statement.Subjects.Select(subject => (JsonNode?)subject.ToString())]);
        return JsonSerializer.SerializeToElement(new JsonArray(subjects, statement.PredicateType, predicate));
    }
}
