using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Stages;

namespace Slipway.Evidence.Tests;

/// <summary>What a stage's record becomes when it is signed.</summary>
public sealed class GateTests
{
    [Fact]
    public void A_record_becomes_a_test_result_with_inputs_options_counts_and_who_and_when()
    {
        var predicate = GateStatement.PredicateOf(Sample.Gate("unit"));
        Assert.Equal("PASSED", predicate.GetProperty("result").GetString());
        Assert.Equal("gate:unit", predicate.GetProperty("configuration")[0].GetProperty("name").GetString());
        Assert.Equal(Digest.Of("inputs of unit").Hex, predicate.GetProperty("configuration")[0].GetProperty("digest").GetProperty("sha256").GetString());
        Assert.Equal(Digest.Of("strict").Hex, predicate.GetProperty("configuration")[1].GetProperty("digest").GetProperty("sha256").GetString());
        Assert.Equal(12, predicate.GetProperty("slipway_counts").GetProperty("passed").GetInt32());
        Assert.Equal("0.75", predicate.GetProperty("slipway_measures").GetProperty("score").GetString());
        Assert.Equal("https://slipway.dev/builders/local/v1", predicate.GetProperty("slipway_executedBy").GetString());
        Assert.Equal("2026-01-02T11:00:00Z", predicate.GetProperty("slipway_executedAt").GetString());
        Assert.False(predicate.GetProperty("slipway_replayed").GetBoolean());
    }

    [Theory]
    [InlineData("succeeded", false, "PASSED", true)]
    [InlineData("succeeded", true, "WARNED", false)]
    [InlineData("failed", false, "FAILED", false)]
    [InlineData("skipped", false, "WARNED", false)]
    public void Only_a_whole_success_is_a_pass(string outcome, bool inPart, string result, bool passed)
    {
        var claim = Sample.Gate("security") with
        {
            Outcome = outcome switch { "failed" => StageOutcome.Fail("1 finding"), "skipped" => StageOutcome.Skip("nothing to scan"), _ => StageOutcome.Success },
            SkippedChecks = inPart ? [new() { What = "vulnerabilities", Why = "offline" }] : [],
        };
        Assert.Equal((result, passed), (GateStatement.PredicateOf(claim).GetProperty("result").GetString(), claim.Passed));
    }

    [Fact]
    public void A_name_with_half_a_letter_is_signed_with_a_mark_in_its_place()
    {
        var result = StageResult.Failed("bad \ud800") with { Tests = [new() { Name = "half \udc00", Suite = "s", Outcome = TestOutcome.Failed }] };
        var claim = GateClaim.Of(new("unit"), Digest.Of("x"), result, null);
        Assert.Equal("half \ufffd", Assert.Single(claim.FailedTests));
    }

    [Fact]
    public async Task Every_claim_that_was_signed_reads_back_as_it_was()
    {
        var words = Gen.String[Gen.Char['a', 'ž'], 0, 12];
        var key = Sample.NewKey();
        var any = from name in Sample.OneOf("unit", "lint", "my-gate-2")
                  from outcome in Gen.OneOf(Gen.Const(StageOutcome.Success), words.Select(StageOutcome.Fail), words.Select(StageOutcome.Skip))
                  from numbers in Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 5], Gen.OneOf(Gen.Int.Select(count => (double)count), Gen.Double[-1e6, 1e6])).Array[0, 4]
                  from tests in words.Array[0, 4]
                  from checks in Gen.Select(words, words).Array[0, 3]
                  from seconds in Gen.Int[0, 100_000]
                  from executed in Gen.Bool
                  select new GateClaim
                  {
                      Gate = new(name),
                      Outcome = outcome,
                      Inputs = Digest.Of($"{seconds}"),
                      Options = executed ? Digest.Of("options") : null,
                      Numbers = numbers.DistinctBy(number => number.Item1).ToImmutableSortedDictionary(number => number.Item1, number => number.Item2, StringComparer.Ordinal),
                      PassedTests = outcome is StageOutcome.Skipped ? [] : [.. tests],
                      SkippedChecks = [.. checks.Select(check => new SkippedCheck { What = check.Item1, Why = check.Item2 })],
                      ExecutedAt = executed ? Sample.Noon.AddSeconds(-seconds) : null,
                      ExecutedBy = executed ? "ci" : null,
                      ExecutedIn = executed ? Guid.NewGuid() : null,
                      Replayed = !executed,
                  };
        await any.SampleAsync(async claim =>
        {
            var (name, statement) = ReleaseStatements.Of(Sample.Manifest, Sample.Evidence with { Gates = [claim] }, KeyKind.Release, null)[^1];
            var bundle = await BundleWriter.SignAsync(statement, key);
            var read = AttestationReader.Read(name, bundle, [Sample.Trusted(key)], Sample.Noon).Match(attestation => attestation.Gate!, problems => throw new FormatException(string.Join('\n', problems)));
            Assert.True(JsonElement.DeepEquals(GateStatement.PredicateOf(claim), GateStatement.PredicateOf(read)));
            Assert.Equal((claim.Gate, claim.Outcome, claim.Inputs, claim.ExecutedAt, claim.ExecutedBy, claim.ExecutedIn), (read.Gate, read.Outcome, read.Inputs, read.ExecutedAt, read.ExecutedBy, read.ExecutedIn));
        }, iter: 1000);
    }
}
