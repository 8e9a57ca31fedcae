using System.Text.Json;
using Slipway.Artifacts.Tests.Attacks;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;

namespace Slipway.Artifacts.Tests;

/// <summary>What verifying came to, as SLSA's verification summary.</summary>
public sealed class SummaryTests(Victim victim) : IClassFixture<Victim>
{
    [Fact]
    public async Task A_release_that_passed_is_summed_up_with_every_statement_that_was_read()
    {
        using var raid = new Raid(victim);
        var predicate = await SummaryAsync(raid);
        Assert.Equal("PASSED", predicate.GetProperty("verificationResult").GetString());
        Assert.Equal("SLSA_BUILD_LEVEL_1", Assert.Single(predicate.GetProperty("verifiedLevels").EnumerateArray()).GetString());
        Assert.Equal("https://slipway.dev/policies/built-in/v1#production", predicate.GetProperty("policy").GetProperty("uri").GetString());
        Assert.Equal($"https://slipway.dev/releases/services/Catalog/{Yard.Version}", predicate.GetProperty("resourceUri").GetString(), ignoreCase: true);
        var inputs = predicate.GetProperty("inputAttestations").EnumerateArray().ToDictionary(input => input.GetProperty("uri").GetString()!, input => input.GetProperty("digest").GetProperty("sha256").GetString());
        Assert.Equal(10, inputs.Count);
        Assert.Equal(Model.Digest.Of(File.ReadAllBytes(raid.Of(Raid.Unit))).Hex, inputs["attestations/gate-unit.sigstore.json"]);
    }

    [Fact]
    public async Task A_release_that_was_refused_claims_no_level()
    {
        using var raid = new Raid(victim);
        File.Delete(raid.Of(Raid.Unit));
        var predicate = await SummaryAsync(raid);
        Assert.Equal("FAILED", predicate.GetProperty("verificationResult").GetString());
        Assert.Equal("FAILED", Assert.Single(predicate.GetProperty("verifiedLevels").EnumerateArray()).GetString());
    }

    private static async Task<JsonElement> SummaryAsync(Raid raid)
    {
        var key = Yard.NewReleaseKey();
        var verdict = await raid.VerifyAsync();
        var signing = new SigningAct { Invocation = Guid.NewGuid(), SignedAt = verdict.VerifiedAt, Builder = "ci", Key = KeyKind.Release };
        var file = raid.Aside("reports/catalog.vsa.sigstore.json");
        Assert.True(await VerdictSummary.WriteAsync(verdict, file, key, signing, cancellation: TestContext.Current.CancellationToken));
        var verified = BundleVerifier.Verify(File.ReadAllBytes(file), [new(key.Public, key.Kind, "the verifier")], file)
            .Match(read => read, problems => throw new FormatException(string.Join('\n', problems)));
        Assert.Equal("https://slsa.dev/verification_summary/v1", verified.Statement.PredicateType);
        Assert.Equal(verdict.Digest!.Hex, verified.Statement.Subjects[0].Digests["sha256"]);
        return verified.Statement.Predicate;
    }
}
