using System.Security.Cryptography;
using Slipway.Evidence.Keys;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Tests;

public sealed class KeyTests
{
    // Made with openssl genpkey and pkcs8 -topk8; named by ssh-keygen -lf. Signs nothing anywhere.
    private const string OpenSslFingerprint = "SHA256:YkxfLZYzGyzRBkek6sv94WOmjHSoaTYIrIbrdNMz7Qc";

    private const string OpenSslPublic = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbysKqn+1mROJRs8/RAMq+meFeuNx
        9RiBaRxy6mtVzlaeKM+ap1JuhgbVGsVUOxqaXtoTEfQ4Z1Vj041coCrwVA==
        -----END PUBLIC KEY-----
        """;

    private const string OpenSslEncrypted = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhA2lvr+Ycj+AICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEKYH73VDjG9iPN2c0xiikHsEgZDG
        x5d+JpQtC6hM1N0Y+Ljpt/NtwTD3RfVn+t2M51v3cuSNEuyTzZcrb6uuy63r/nVU
        AlqBYznZgi7slWBNZhgPLntsk30elVsBy6XSJsi4KLj8jt4F/+j2ajXxYh8eXkpT
        VAp7l3d+06Hz24uxniQ/OXr4mjQcF13K7+OEf8YlQ4pM83iYalBwoHrfvnVDsTg=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    [Fact]
    public void A_key_is_named_as_ssh_keygen_names_it() =>
        Assert.Equal(OpenSslFingerprint, VerificationKey.FromPem(OpenSslPublic, "a test").Id);

    [Fact]
    public void A_key_that_openssl_made_and_encrypted_opens_with_its_passphrase()
    {
        using var key = PrivateKey.FromPem(OpenSslEncrypted, "correct-horse", "a test");
        Assert.Equal(OpenSslFingerprint, key.Public.Id);
    }

    [Fact]
    public async Task A_key_exported_and_imported_is_the_same_key()
    {
        using var key = PrivateKey.Generate();
        using var again = PrivateKey.FromPem(key.ExportEncryptedPem("words"), "words", "a test");
        var signature = await again.SignAsync("message"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.True(VerificationKey.FromPem(key.Public.Pem, "a test").Verify("message"u8, signature));
        Assert.False(key.Public.Verify("massage"u8, signature));
        Assert.True(PrivateKey.IsEncrypted(key.ExportEncryptedPem("words"), "a test"));
        Assert.False(PrivateKey.IsEncrypted(key.ExportPem(), "a test"));
    }

    [Theory]
    [InlineData("wrong", "SLP4031")]
    [InlineData("", "SLP4031")]
    [InlineData(null, "SLP4031")]
    public void A_wrong_or_missing_passphrase_is_said_and_not_shown(string? passphrase, string code)
    {
        var error = Assert.Throws<BadInputException>(() => PrivateKey.FromPem(OpenSslEncrypted, passphrase, "SLIPWAY_SIGNING_KEY"));
        var problem = Assert.Single(error.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains("SLIPWAY_SIGNING_KEY", problem.ToString());
        Assert.DoesNotContain("wrong.", problem.ToString());
        Assert.DoesNotContain("MIHs", problem.ToString());
    }

    [Fact]
    public void A_key_of_another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal("SLP4030", CodeOf(() => PrivateKey.FromPem(key.ExportPkcs8PrivateKeyPem(), null, "a test")));
        Assert.Equal("SLP4030", CodeOf(() => VerificationKey.FromPem(key.ExportSubjectPublicKeyInfoPem(), "a test")));
    }

    [Fact]
    public void A_key_of_another_algorithm_is_refused()
    {
        using var key = RSA.Create(2048);
        Assert.Equal("SLP4030", CodeOf(() => PrivateKey.FromPem(key.ExportPkcs8PrivateKeyPem(), null, "a test")));
        Assert.Equal("SLP4030", CodeOf(() => VerificationKey.FromPem(key.ExportSubjectPublicKeyInfoPem(), "a test")));
    }

    [Fact]
    public void The_wrong_half_is_called_the_wrong_half()
    {
        using var key = PrivateKey.Generate();
        Assert.Equal("SLP4032", CodeOf(() => VerificationKey.FromPem(key.ExportPem(), "--key")));
        Assert.Equal("SLP4032", CodeOf(() => PrivateKey.FromPem(key.Public.Pem, null, "a test")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void What_is_no_key_is_refused(string text) => Assert.Equal("SLP4030", CodeOf(() => VerificationKey.FromPem(text, "--key")));

    private static string CodeOf(Action act) => Assert.Single(Assert.Throws<BadInputException>(act).Problems).Code;
}
