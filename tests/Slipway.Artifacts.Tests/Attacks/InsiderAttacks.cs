using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>The signature is good, and the statement says what none may say.</summary>
internal static class InsiderAttacks
{
    public static ImmutableArray<Attack> All { get; } =
    [
        new("a statement of another version of in-toto", "SLP4017", raid => raid.ForgeAsync(Raid.Unit, statement => statement["_type"] = "https://in-toto.io/Statement/v0.1")),
        new("an unknown field in a statement", "SLP4017", raid => raid.ForgeAsync(Raid.Unit, statement => statement["note"] = "hello")),
        new("a doubled key in a statement", "SLP4017", raid => raid.ForgeTextAsync(Raid.Unit, text => text.Replace("\"predicateType\"", "\"predicate\":{},\"predicateType\"", StringComparison.Ordinal))),
        new("a statement about nothing", "SLP4017", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"] = new JsonArray())),
        new("a subject without a digest", "SLP4017", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![1]!["digest"] = new JsonObject())),
        new("a predicate that is a list", "SLP4017", raid => raid.ForgeAsync(Raid.Unit, statement => statement["predicate"] = new JsonArray())),
        new("a statement nested ten thousand deep", "SLP4017", raid => raid.ForgeTextAsync(Raid.Unit, _ => new string('[', 10_000) + new string(']', 10_000))),
        new("a statement that is no JSON", "SLP4017", raid => raid.ForgeTextAsync(Raid.Unit, _ => "PASSED")),
        new("a statement with half a letter", "SLP4017", raid => raid.ForgeTextAsync(Raid.Unit, text => text.Replace("gate:unit", "gate:\\ud800", StringComparison.Ordinal))),
        new("an unknown predicate", "SLP4019", raid => raid.ForgeAsync(Raid.Unit, statement => statement["predicateType"] = "https://example.com/looks-fine/v1")),
        new("the old name of a predicate", "SLP4019", raid => raid.ForgeAsync(Raid.Provenance, statement => statement["predicateType"] = "https://slsa.dev/provenance/v0.2")),
        new("a statement that does not say when and by whom it was signed", "SLP4022", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![0]!.AsObject().Remove("annotations"))),
        new("a statement that says more of its signing than is known", "SLP4022", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![0]!["annotations"]!["note"] = "fine")),
        new("a statement signed by a builder that nobody knows", "SLP4022", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![0]!["annotations"]!["slipway_signedBy"] = "https://slipway.dev/builders/moon/v1")),
        new("a statement whose subject's name is another unit's", "SLP4018", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![0]!["name"] = "services/ordering")),
        new("a statement whose release digest is another", "SLP4018", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![0]!["digest"]!["sha256"] = new string('a', 64))),
        new("a statement about another image", "SLP4018", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![1]!["digest"]!["sha256"] = new string('a', 64))),
        new("a statement with a subject too many", "SLP4018", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]!.AsArray().Add(new JsonObject { ["name"] = "more", ["digest"] = new JsonObject { ["sha256"] = new string('a', 64) } }))),
        new("a gate's statement that does not name the source", "SLP4018", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]!.AsArray().RemoveAt(2))),
        new("a gate's statement about another commit", "SLP4018", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![2]!["digest"]!["gitCommit"] = new string('f', 40))),
        new("a gate's statement about another tree", "SLP4018", raid => raid.ForgeAsync(Raid.Unit, statement => statement["subject"]![2]!["digest"]!["gitTree"] = new string('f', 40))),
        new("a gate's statement with an unknown member", "SLP4024", raid => raid.ForgeAsync(Raid.Unit, statement => statement["predicate"]!["slipway_trustMe"] = "yes")),
        new("a gate's statement that says PASSED of a failure", "SLP4024", raid => raid.ForgeAsync(Raid.Unit, statement => Failed(statement["predicate"]!))),
        new("a gate's statement without its configuration", "SLP4024", raid => raid.ForgeAsync(Raid.Unit, statement => statement["predicate"]!["configuration"] = new JsonArray())),
        new("a gate's statement with a count that is no number", "SLP4024", raid => raid.ForgeAsync(Raid.Unit, statement => statement["predicate"]!["slipway_counts"]!["passed"] = "many")),
        new("a gate's statement that counts more passed tests than it names", "SLP4034", raid => CountsAsync(raid, counts => counts["passed"] = 13)),
        new("a gate's statement that counts fewer passed tests than it names", "SLP4034", raid => CountsAsync(raid, counts => counts["passed"] = 1)),
        new("a gate's statement that counts fewer than no tests", "SLP4034", raid => CountsAsync(raid, counts => counts["skipped"] = -1)),
        new("a gate's statement that says PASSED and counts what failed", "SLP4034", raid => CountsAsync(raid, counts => counts["failed"] = 3)),
        new("a gate's statement that says PASSED and names what failed", "SLP4034", raid => raid.ForgeAsync(Raid.Unit, statement =>
        {
            statement["predicate"]!["failedTests"] = new JsonArray("A_test");
            statement["predicate"]!["slipway_counts"]!["failed"] = 1;
        })),
        new("a gate's statement in which more passed than there was", "SLP4034", raid => CountsAsync(raid, counts => counts["total"] = 11)),
        new("a suite's numbers in which more passed than there was", "SLP4034", raid => CountsAsync(raid, counts => (counts["chat.cases"], counts["chat.passed"]) = (3, 4))),
        new("a gate's statement that says in its predicate that it is of another gate", "SLP4019", raid => raid.ForgeAsync(Raid.Unit, statement => statement["predicate"]!["configuration"]![0]!["name"] = "gate:lint")),
        new("a provenance of another build type", "SLP4020", raid => raid.ForgeAsync(Raid.Provenance, statement => statement["predicate"]!["buildDefinition"]!["buildType"] = "https://example.com/any/v1")),
        new("a provenance with a parameter that nobody expects", "SLP4020", raid => raid.ForgeAsync(Raid.Provenance, statement => statement["predicate"]!["buildDefinition"]!["externalParameters"]!["flags"] = "--skip-checks")),
        new("a provenance of another builder", "SLP4020", raid => raid.ForgeAsync(Raid.Provenance, statement => statement["predicate"]!["runDetails"]!["builder"]!["id"] = "https://slipway.dev/builders/local/v1")),
        new("a provenance without its source", "SLP4020", raid => raid.ForgeAsync(Raid.Provenance, statement => statement["predicate"]!["buildDefinition"]!["resolvedDependencies"]!.AsArray().RemoveAt(0))),
        new("a provenance with an unknown member", "SLP4020", raid => raid.ForgeAsync(Raid.Provenance, statement => statement["predicate"]!["runDetails"]!["level"] = "SLSA_BUILD_LEVEL_4")),
        new("the statement of another SBOM", "SLP4029", raid => raid.ForgeAsync(Raid.Sbom, statement => statement["predicate"]!["version"] = 2)),
        new("a gate that ran after it was signed", "SLP4028", raid => raid.ForgeAsync(Raid.Unit, statement => statement["predicate"]!["slipway_executedAt"] = "2026-03-05T12:00:00Z")),
        new("a build that ended after it was signed", "SLP4028", raid => raid.ForgeAsync(Raid.Provenance, statement => statement["predicate"]!["runDetails"]!["metadata"]!["finishedOn"] = "2026-03-05T12:00:00Z")),
    ];

    private static Task CountsAsync(Raid raid, Action<JsonObject> change) =>
        raid.ForgeAsync(Raid.Unit, statement => change(statement["predicate"]!["slipway_counts"]!.AsObject()));

    private static void Failed(JsonNode predicate)
    {
        predicate["slipway_outcome"] = "failed";
        predicate["slipway_reason"] = "1 test failed";
    }
}
