using Slipway.Artifacts.Keys;
using Slipway.Evidence.Keys;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests;

public sealed class KeyStoreTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";
    private readonly Yard _yard = new();

    [Fact]
    public void The_development_key_is_made_once_and_is_its_owners_alone()
    {
        var first = _yard.Keys.FindSigningKey();
        Assert.Equal(KeyKind.Development, first.Kind);
        Assert.Equal(first.Public, _yard.Keys.FindSigningKey().Public);
        var trusted = Assert.Single(_yard.Keys.FindVerificationKeys(null));
        Assert.Equal((first.Public, KeyKind.Development, "the development key"), (trusted.Key, trusted.Kind, trusted.Source));
        Assert.Equal([_yard.At("keys/development.pem")], Directory.EnumerateFileSystemEntries(_yard.At("keys")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(0b110_000_000, Yard.ModeOf(_yard.At("keys/development.pem")));
    }

    [Fact]
    public async Task Two_runs_that_start_at_once_end_with_the_same_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _yard.Keys.FindSigningKey().Public)));
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public void A_development_key_that_others_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        _yard.Keys.FindSigningKey();
        Yard.SetMode(_yard.At("keys/development.pem"), 0b110_100_000);
        Refused("SLP4072", () => _yard.Keys.FindSigningKey());
        Refused("SLP4072", () => _yard.Keys.FindVerificationKeys(null));
    }

    [Fact]
    public void Where_no_development_key_can_be_made_it_is_said_and_what_to_set()
    {
        _yard.Put("home", "a file");
        var store = new KeyStore(new() { Folder = _yard.At("home/keys"), Repositories = [_yard.At("repository")] });
        Refused("SLP4071", () => store.FindSigningKey());
    }

    [Fact]
    public void A_release_key_comes_as_text_or_as_a_file()
    {
        using var key = PrivateKey.Generate();
        _yard.Put("mine/release.pem", key.ExportEncryptedPem(Passphrase));
        foreach (var given in new[] { key.ExportEncryptedPem(Passphrase), $"file:{_yard.At("mine/release.pem")}" })
        {
            var found = Store(given).FindSigningKey();
            Assert.Equal((key.Public, KeyKind.Release), (found.Public, found.Kind));
        }
        Assert.False(Directory.Exists(_yard.At("keys")));
    }

    [Fact]
    public void A_release_key_in_the_clear_is_refused()
    {
        using var key = PrivateKey.Generate();
        Refused("SLP4073", () => Store(key.ExportPem()).FindSigningKey());
    }

    [Fact]
    public void A_wrong_passphrase_is_refused_without_showing_it()
    {
        using var key = PrivateKey.Generate();
        var problem = Refused("SLP4031", () => Store(key.ExportEncryptedPem("another")).FindSigningKey());
        Assert.DoesNotContain(Passphrase, problem.ToString());
    }

    [Theory]
    [InlineData("repository/keys/release.pem")]
    [InlineData("door/keys/release.pem")]
    [InlineData("mine/link.pem")]
    public void A_private_key_in_the_repository_is_refused_by_whatever_way_it_is_named(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        using var key = PrivateKey.Generate();
        _yard.Put("repository/keys/release.pem", key.ExportEncryptedPem(Passphrase));
        Directory.CreateSymbolicLink(_yard.At("door"), _yard.At("repository"));
        Directory.CreateDirectory(_yard.At("mine"));
        File.CreateSymbolicLink(_yard.At("mine/link.pem"), "../door/keys/release.pem");
        Refused("SLP4070", () => Store($"file:{_yard.At(path)}").FindSigningKey());
    }

    [Fact]
    public void The_development_key_is_not_made_in_the_repository_either()
    {
        var store = new KeyStore(new() { Folder = _yard.At("repository/.local/keys"), Repositories = [_yard.At("repository")] });
        Refused("SLP4070", () => store.FindSigningKey());
        Assert.False(Directory.Exists(_yard.At("repository")));
    }

    [Theory]
    [InlineData("file:/no/such/key.pem", "SLP4071")]
    [InlineData("/no/such/key.pem", "SLP4071")]
    [InlineData("hello", "SLP4071")]
    [InlineData("-----BEGIN hello", "SLP4030")]
    public void What_names_no_key_is_said(string given, string code)
    {
        Refused(code, () => Store(given).FindSigningKey());
        Refused(code, () => Store(null).FindVerificationKeys(given));
    }

    [Fact]
    public void The_key_that_is_given_comes_before_what_is_trusted_and_that_before_the_development_key()
    {
        var (given, trusted) = (Yard.NewReleaseKey().Public, new TrustedKey(Yard.NewReleaseKey().Public, KeyKind.Release, "trust.yaml"));
        _yard.Keys.FindSigningKey();
        Assert.Equal(given, Assert.Single(_yard.Keys.FindVerificationKeys(given.Pem, [trusted])).Key);
        Assert.Equal([trusted], _yard.Keys.FindVerificationKeys(null, [trusted]));
        Assert.Equal("the development key", Assert.Single(_yard.Keys.FindVerificationKeys(null)).Source);
    }

    [Fact]
    public async Task A_key_that_came_with_the_release_is_not_believed()
    {
        var folder = await _yard.SignedAsync();
        File.WriteAllText(Path.Combine(folder, "app", "key.pub"), Yard.NewReleaseKey().Public.Pem);
        Refused("SLP4074", () => _yard.Keys.FindVerificationKeys($"file:{folder}/app/key.pub"));
    }

    [Fact]
    public void Keys_to_believe_come_one_after_another_or_in_a_file()
    {
        using PrivateKey first = PrivateKey.Generate(), second = PrivateKey.Generate();
        var text = first.Public.Pem + "\n" + second.Public.Pem;
        _yard.Put("trust.pem", text);

        foreach (var given in new[] { text, $"file:{_yard.At("trust.pem")}" })
            Assert.Equal([first.Public, second.Public], KeyStore.ReadTrustedKeys(given, "SETTING").Select(trusted => trusted.Key));
        Assert.Empty(KeyStore.ReadTrustedKeys(" ", "SETTING"));
    }

    [Fact]
    public void One_bad_key_to_believe_is_said()
    {
        using var key = PrivateKey.Generate();
        Refused("SLP4032", () => KeyStore.ReadTrustedKeys(key.Public.Pem + key.ExportEncryptedPem(Passphrase), "SETTING"));
    }

    [Fact]
    public void Verifying_makes_no_key() => Refused("SLP4071", () => _yard.Keys.FindVerificationKeys(null));

    public void Dispose() => _yard.Dispose();

    private static Problem Refused(string code, Action act)
    {
        var error = Assert.Throws<BadInputException>(act);
        var problem = Assert.Single(error.Problems);
        Assert.Equal(code, problem.Code);
        Assert.NotNull(problem.Mend);
        return problem;
    }

    private KeyStore Store(string? signingKey) => new(new()
    {
        Folder = _yard.At("keys"), Repositories = [_yard.At("repository")], SigningKey = signingKey, Passphrase = Passphrase,
    });
}
