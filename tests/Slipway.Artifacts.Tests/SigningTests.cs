using Slipway.Artifacts.Signing;
using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests;

public sealed class SigningTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public async Task A_signed_release_verifies_and_says_which_kind_of_key_signed()
    {
        var verdict = await _yard.VerifyAsync(await _yard.SignedAsync());
        Assert.Empty(verdict.Problems);
        Assert.Equal(KeyKind.Development, verdict.KeyKind);
        Assert.Contains("signed by a development key (SHA256:", verdict.Summary);
        Assert.Contains(verdict.Digest!.ToString(), verdict.Summary);
    }

    [Fact]
    public async Task A_release_key_is_called_one()
    {
        var key = Yard.NewReleaseKey();
        var folder = await _yard.SignedAsync(key: key);
        var verdict = await Verification.ReleaseVerifier.VerifyAsync(
            folder, [new(key.Public, null, "--key")], cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(verdict.Problems);
        Assert.Contains("signed by a release key", verdict.Summary);
    }

    [Fact]
    public async Task A_good_signature_by_the_same_key_is_kept_and_one_by_another_is_not()
    {
        var folder = await _yard.SignedAsync();
        var before = File.ReadAllBytes(Yard.Bundle(folder));
        Assert.True((await _yard.SignAsync(folder)).Kept);
        Assert.Equal(before, File.ReadAllBytes(Yard.Bundle(folder)));
        Assert.False((await _yard.SignAsync(folder, Yard.NewReleaseKey())).Kept);
        Assert.NotEqual(before, File.ReadAllBytes(Yard.Bundle(folder)));
    }

    [Fact]
    public async Task What_was_changed_after_packaging_is_not_signed()
    {
        var written = await _yard.WriteAsync();
        await File.WriteAllTextAsync(Path.Combine(written.Folder, "app", "Catalog.dll"), "evil", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<KnownFailureException>(() => _yard.SignAsync(written.Folder));
        Assert.Equal("app/Catalog.dll", Assert.Single(error.Problems).File);
        Assert.False(File.Exists(Yard.Bundle(written.Folder)));
    }

    [Fact]
    public async Task What_is_not_the_release_that_was_packaged_is_not_signed()
    {
        var written = await _yard.WriteAsync();
        var error = await Assert.ThrowsAsync<KnownFailureException>(() => ReleaseSigner.SignAsync(
            written.Folder, Yard.NewReleaseKey(), Yard.Evidence, Digest.Of("another"), TestContext.Current.CancellationToken));
        Assert.Equal("SLP4063", Assert.Single(error.Problems).Code);
    }

    [Fact]
    public async Task A_signer_whose_signature_does_not_verify_leaves_nothing()
    {
        var written = await _yard.WriteAsync();
        var broken = Yard.NewReleaseKey() with { Signer = Yard.NewReleaseKey().Signer };
        var error = await Assert.ThrowsAsync<KnownFailureException>(() => _yard.SignAsync(written.Folder, broken));
        Assert.Equal("SLP4064", error.Problems[0].Code);
        Assert.False(File.Exists(Yard.Bundle(written.Folder)));
    }

    public void Dispose() => _yard.Dispose();
}
