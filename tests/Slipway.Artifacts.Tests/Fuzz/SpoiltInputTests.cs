using System.Text;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Policies;
using Slipway.Artifacts.Tests.Attacks;
using Slipway.Artifacts.Tests.Policies;
using Slipway.Evidence;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Dsse;
using Slipway.Evidence.Json;
using Slipway.Evidence.Releases;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Fuzz;

/// <summary>Ten thousand spoilt forms of everything that strangers can hand us: each is read or refused, and none makes a reader throw.</summary>
public sealed class SpoiltInputTests(Victim victim) : IClassFixture<Victim>
{
    private const int Rounds = 10_000;

    [Fact]
    public void Of_policy_yaml()
    {
        var whole = Encoding.UTF8.GetBytes(Samples.Whole);
        var mutator = new Mutator(1, "environments:", "staging:", "gates:", "builders: [ci]", "maximumAge: 30d", "minimum: { passed: 1 }");
        var (read, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                PolicyFile.Read(mutator.Spoil(whole));
                read++;
            }
            catch (BadInputException bad)
            {
                Assert.NotEmpty(bad.Problems);
                Assert.All(bad.Problems, problem => Assert.Equal("policy.yaml", problem.File));
                refused++;
            }
        }
        Assert.True(refused > Rounds / 2 && read > 0, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Of_release_json()
    {
        var whole = File.ReadAllBytes(Path.Combine(victim.Folder, "release.json"));
        var mutator = new Mutator(2, "\"path\"", "\"digest\"", "sha256:", "\"files\"", "\"parts\"");
        for (var round = 0; round < Rounds; round++)
        {
            var spoilt = mutator.Spoil(whole);
            // What is read was said in the one form, so that it is something else, for which nobody signed.
            Assert.True(ReleaseManifestReader.Read(spoilt).Match(read => ReleaseManifestWriter.Write(read).AsSpan().SequenceEqual(spoilt), problems => !problems.IsEmpty));
        }
    }

    [Theory]
    [InlineData("provenance")]
    [InlineData("gate-unit")]
    public void Of_bundles(string statement)
    {
        Assert.True(AttestationName.TryParsePath($"attestations/{statement}.sigstore.json", out var name));
        var whole = File.ReadAllBytes(Path.Combine(victim.Folder, name.Path));
        var mutator = new Mutator(3, "\"payload\"", "\"sig\"", "\"keyid\"", "\"mediaType\"", "ey");
        for (var round = 0; round < Rounds; round++)
        {
            var spoilt = mutator.Spoil(whole);
            Refused(AttestationReader.Read(name, spoilt, [victim.Trusted], Victim.SignedAt), spoilt.AsSpan().SequenceEqual(whole));
        }
    }

    [Theory]
    [InlineData("provenance")]
    [InlineData("gate-unit")]
    [InlineData("sbom")]
    public async Task Of_statements_that_are_signed_all_the_same(string statement)
    {
        Assert.True(AttestationName.TryParsePath($"attestations/{statement}.sigstore.json", out var name));
        var bundle = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(victim.Folder, name.Path), TestContext.Current.CancellationToken))!;
        var whole = Convert.FromBase64String((string)bundle["dsseEnvelope"]!["payload"]!);
        var manifest = ReleaseManifestReader.Read(File.ReadAllBytes(Path.Combine(victim.Folder, "release.json"))).Match(read => read, _ => throw new FormatException());
        var mutator = new Mutator(4, "\"subject\"", "\"predicate\"", "\"digest\"", "\"slipway_counts\"", "\"annotations\"", "urn:uuid:", "2026-03-04T12:00:00Z");
        var passed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var payload = mutator.Spoil(whole);
            bundle["dsseEnvelope"]!["payload"] = Convert.ToBase64String(payload);
            bundle["dsseEnvelope"]!["signatures"]![0]!["sig"] = Convert.ToBase64String(
                await victim.Key.Signer.SignAsync(PreAuthentication.Encode(Uris.InTotoPayload, payload), TestContext.Current.CancellationToken));
            var reading = AttestationReader.Read(name, CanonicalJson.Write(bundle), [victim.Trusted], Victim.SignedAt);
            // What is read has to stand the questions that come after, too.
            var problems = reading.Match(attestation => [.. ReleaseClaims.Check(manifest, [attestation], null)], problems => problems);
            if (problems.IsEmpty) passed++;
        }
        // A test's name may change, and it is still a statement about this release, signed by who may.
        Assert.True(passed < Rounds / 2, $"{passed} passed");
    }

    private static void Refused<T>(Reading<T> reading, bool isWhole) => Assert.Equal(isWhole, reading.Problems.IsEmpty);
}
