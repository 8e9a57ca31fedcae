using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Dsse;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;

namespace Slipway.Evidence.Tests;

public sealed class BundleTests
{
    private const string File = "release.sigstore.json";
    private static readonly SigningKey Key = Sample.NewKey();
    private static readonly byte[] Signed = Sign(Key);

    [Fact]
    public void A_signed_statement_verifies_and_is_read_from_the_signed_bytes()
    {
        var verified = Accept(Signed);
        Assert.Equal(Key.Public, verified.Key.Key);
        Assert.True(verified.HasOurForm);
        Assert.True(verified.Statement.Subjects[0].Is(ReleaseSubjects.Of(Sample.Manifest.Content)[0]));
        Assert.Equal(KeyKind.Release, SigningAct.Of(verified.Statement)!.Key);
    }

    [Fact]
    public void Hint_and_key_id_are_both_the_fingerprint()
    {
        var bundle = JsonNode.Parse(Signed)!;
        Assert.Equal(Key.Public.Id, (string?)bundle["verificationMaterial"]!["publicKey"]!["hint"]);
        Assert.Equal(Key.Public.Id, (string?)bundle["dsseEnvelope"]!["signatures"]![0]!["keyid"]);
    }

    [Fact]
    public void Another_key_is_not_known()
    {
        var other = Sample.NewKey();
        var problem = Assert.Single(BundleVerifier.Verify(Signed, [Sample.Trusted(other)], File).Problems);
        Assert.Equal("SLP4013", problem.Code);
        Assert.Contains(Key.Public.Id, problem.Message);
        Assert.Contains(other.Public.Id, problem.Message);
        Assert.Equal("SLP4013", Assert.Single(BundleVerifier.Verify(Signed, [], File).Problems).Code);
    }

    [Fact]
    public void A_bundle_that_borrows_the_name_of_a_known_key_is_refused()
    {
        var text = Encoding.UTF8.GetString(Sign(Sample.NewKey()));
        var bundle = JsonNode.Parse(text)!;
        bundle["verificationMaterial"]!["publicKey"]!["hint"] = Key.Public.Id;
        bundle["dsseEnvelope"]!["signatures"]![0]!["keyid"] = Key.Public.Id;
        Assert.Equal(["SLP4015"], Codes(bundle));
    }

    [Fact]
    public void Url_safe_base64_is_accepted_and_told_from_our_own_form()
    {
        var verified = Accept(Change(bundle =>
        {
            var envelope = bundle["dsseEnvelope"]!;
            envelope["payload"] = UrlSafe(envelope["payload"]!);
            envelope["signatures"]![0]!["sig"] = UrlSafe(envelope["signatures"]![0]!["sig"]!);
        }));
        Assert.False(verified.HasOurForm);
    }

    [Fact]
    public void The_hint_that_cosign_writes_finds_the_same_key() => Accept(Change(bundle =>
    {
        bundle["verificationMaterial"]!["publicKey"]!["hint"] = Key.Public.CosignHint;
        bundle["dsseEnvelope"]!["signatures"]![0]!.AsObject().Remove("keyid");
    }));

    [Theory]
    [InlineData("mediaType", "application/vnd.dev.sigstore.bundle.v0.9+json", "SLP4011")]
    [InlineData("mediaType", "application/vnd.dev.sigstore.bundle+json;version=0.3", "SLP4011")]
    [InlineData("dsseEnvelope.payloadType", "application/json", "SLP4016")]
    [InlineData("dsseEnvelope.payload", "e30=", "SLP4015")]
    [InlineData("dsseEnvelope.payload", "not base64!", "SLP4010")]
    [InlineData("dsseEnvelope.signatures.0.sig", "MEUCIQ==", "SLP4015")]
    [InlineData("dsseEnvelope.signatures.0.sig", "", "SLP4015")]
    [InlineData("dsseEnvelope.signatures.0.keyid", "SHA256:other", "SLP4014")]
    [InlineData("verificationMaterial.publicKey.hint", "SHA256:other", "SLP4014")]
    [InlineData("verificationMaterial.publicKey.hint", "", "SLP4014")]
    [InlineData("dsseEnvelope.note", "unknown", "SLP4010")]
    [InlineData("verificationMaterial.certificate", "unknown", "SLP4010")]
    [InlineData("mediaType", null, "SLP4010")]
    [InlineData("dsseEnvelope", null, "SLP4010")]
    [InlineData("verificationMaterial", null, "SLP4010")]
    public void A_bundle_that_is_not_as_it_must_be_is_refused(string path, string? value, string code) => Assert.Equal([code], Codes(Change(bundle =>
    {
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(bundle, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (value is null) parent.AsObject().Remove(steps[^1]);
        else parent[steps[^1]] = value;
    })));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Exactly_one_signature_is_taken(int count) => Assert.Equal(["SLP4012"], Codes(Change(bundle =>
    {
        var one = bundle["dsseEnvelope"]!["signatures"]![0]!;
        bundle["dsseEnvelope"]!["signatures"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => one.DeepClone())]);
    })));

    [Fact]
    public void A_doubled_key_is_refused()
    {
        var text = Encoding.UTF8.GetString(Signed).Replace("\"payloadType\"", "\"payload\":\"e30=\",\"payloadType\"");
        Assert.Equal("SLP4010", Assert.Single(BundleVerifier.Verify(Encoding.UTF8.GetBytes(text), [Sample.Trusted(Key)], File).Problems).Code);
    }

    [Theory]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v0.1","subject":[{"digest":{"sha256":"a"}}],"predicateType":"x","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"x","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"a"}],"predicateType":"x","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"a"}}],"predicateType":"x","predicate":[]}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"a"}}],"predicateType":"x","predicate":{},"more":1}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","predicate":{},"predicate":{}}""")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    public async Task A_good_signature_over_a_bad_statement_is_refused(string payload)
    {
        var body = Encoding.UTF8.GetBytes(payload);
        var signature = await Key.Signer.SignAsync(PreAuthentication.Encode(Uris.InTotoPayload, body), TestContext.Current.CancellationToken);
        var codes = Codes(Change(bundle =>
        {
            bundle["dsseEnvelope"]!["payload"] = Convert.ToBase64String(body);
            bundle["dsseEnvelope"]!["signatures"]![0]!["sig"] = Convert.ToBase64String(signature);
        }));
        Assert.All(codes, code => Assert.Equal("SLP4017", code));
        Assert.NotEmpty(codes);
    }

    [Fact]
    public void No_changed_byte_passes_for_our_own_form_and_none_makes_the_verifier_throw() =>
        Gen.Select(Gen.Int[0, Signed.Length - 1], Gen.Int[1, 255]).Sample((index, change) =>
        {
            var changed = (byte[])Signed.Clone();
            changed[index] ^= (byte)change;
            return BundleVerifier.Verify(changed, [Sample.Trusted(Key)], File).Match(verified => !verified.HasOurForm, problems => !problems.IsEmpty);
        }, iter: 5000);

    private static byte[] Sign(SigningKey key)
    {
        var signing = BundleWriter.SignAsync(Sample.Provenance, key).AsTask();
        return signing.GetAwaiter().GetResult();
    }

    private static VerifiedStatement Accept(byte[] bytes) => BundleVerifier.Verify(bytes, [Sample.Trusted(Key)], File)
        .Match(verified => verified, problems => throw new FormatException(string.Join('\n', problems)));

    private static VerifiedStatement Accept(JsonNode bundle) => Accept(Encoding.UTF8.GetBytes(bundle.ToJsonString()));

    private static IEnumerable<string> Codes(JsonNode bundle)
    {
        var problems = BundleVerifier.Verify(Encoding.UTF8.GetBytes(bundle.ToJsonString()), [Sample.Trusted(Key)], File).Problems;
        Assert.All(problems, problem => Assert.True(problem is { File: File, Mend: not null }));
        return problems.Select(problem => problem.Code);
    }

    private static JsonNode Change(Action<JsonNode> change)
    {
        var bundle = JsonNode.Parse(Signed)!;
        change(bundle);
        return bundle;
    }

    private static string UrlSafe(JsonNode text) => ((string)text!).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
