using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Tests.Trust;
using Slipway.Evidence.Keys;

namespace Slipway.Artifacts.Tests.Keys;

public sealed class ReleaseKeyFileTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";
    private readonly Yard _yard = new();

    [Fact]
    public void A_new_key_is_encrypted_its_owners_alone_and_can_sign()
    {
        var made = ReleaseKeyFile.Create(_yard.At("mine/ci.pem"), Places());
        Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", File.ReadAllText(_yard.At("mine/ci.pem")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(0b110_000_000, Yard.ModeOf(_yard.At("mine/ci.pem")));
        Assert.Equal(made, VerificationKey.FromPem(File.ReadAllText(_yard.At("mine/ci.pem.pub")), "ci.pem.pub"));
        var found = new KeyStore(Places() with { SigningKey = "file:" + _yard.At("mine/ci.pem") }).FindSigningKey();
        Assert.Equal((made, KeyKind.Release), (found.Public, found.Kind));
    }

    [Fact]
    public void A_key_is_never_written_over()
    {
        ReleaseKeyFile.Create(_yard.At("mine/ci.pem"), Places());
        TrustYard.Refused("SLP4079", () => ReleaseKeyFile.Create(_yard.At("mine/ci.pem"), Places()));
    }

    [Fact]
    public void A_key_is_not_made_in_a_repository()
    {
        TrustYard.Refused("SLP4070", () => ReleaseKeyFile.Create(_yard.At("repository/ci.pem"), Places()));
        Assert.False(Directory.Exists(_yard.At("repository")));
    }

    [Fact]
    public void A_key_is_not_made_without_a_passphrase()
    {
        TrustYard.Refused("SLP4031", () => ReleaseKeyFile.Create(_yard.At("mine/ci.pem"), Places() with { Passphrase = null }));
        Assert.False(Directory.Exists(_yard.At("mine")));
    }

    [Fact]
    public void A_passphrase_that_could_be_tried_out_is_refused()
    {
        TrustYard.Refused("SLP4137", () => ReleaseKeyFile.Create(_yard.At("mine/ci.pem"), Places() with { Passphrase = "hunter22222" }));
        Assert.False(Directory.Exists(_yard.At("mine")));
    }

    [Theory]
    [InlineData("other/ci.pem")]
    [InlineData("other/deep/er/ci.pem")]
    [InlineData("link/ci.pem")]
    public void A_key_is_not_made_in_any_other_repository_either(string place)
    {
        Directory.CreateDirectory(_yard.At("other/.git"));
        Directory.CreateSymbolicLink(_yard.At("link"), _yard.At("other"));
        TrustYard.Refused("SLP4070", () => ReleaseKeyFile.Create(_yard.At(place), Places()));
        Assert.Empty(Directory.EnumerateFiles(_yard.At("other"), "*.pem*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_file_is_named_as_everywhere_else()
    {
        ReleaseKeyFile.Create("file:" + _yard.At("mine/ci.pem"), Places());
        Assert.True(File.Exists(_yard.At("mine/ci.pem.pub")));
    }

    public void Dispose() => _yard.Dispose();

    private KeyPlaces Places() => new() { Folder = _yard.At("keys"), Repositories = [_yard.At("repository")], Passphrase = Passphrase };
}
