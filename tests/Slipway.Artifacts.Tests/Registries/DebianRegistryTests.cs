using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Registries.Credentials;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Registries;

public sealed class DebianRegistryTests(DebianRegistry registry) : IClassFixture<DebianRegistry>, IDisposable
{
    private readonly RegistryYard _yard = new();

    [Fact]
    public async Task A_layout_goes_there_and_comes_back_with_everything_that_refers_to_it()
    {
        var target = Target("round/trip:1.4.0");
        var layout = _yard.Layout(RegistryYard.Long(25_000), "provenance", "sbom", "gate");

        var pushed = await _yard.PushAsync(layout, target, registry.Options);
        var pulled = await _yard.PullAsync(target, "pulled", registry.Options);

        Assert.Equal((layout.Digest, layout.Digest, 3, 7), (pushed.Digest, pulled.Digest, pushed.Referrers, pushed.Sent));
        Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(_yard.At("pulled")));
        Assert.Equal(0, (await _yard.PushAsync(layout, target, registry.Options)).Sent);
    }

    [Fact]
    public async Task What_was_pulled_can_be_pushed_elsewhere()
    {
        await _yard.PushAsync(_yard.Layout("a layer", "provenance"), Target("here:1"), registry.Options);
        await _yard.PullAsync(Target("here:1"), "pulled", registry.Options);
        using var pusher = new LayoutPusher(registry.Options);
        var pushed = await pusher.PushAsync(_yard.At("pulled"), Target("there:1"), RegistryYard.Cancellation);
        Assert.Equal(1, pushed.Referrers);
    }

    [Fact]
    public async Task Skopeo_finds_what_was_pushed_under_the_same_digest()
    {
        var target = Target("for/skopeo:1");
        Assert.SkipWhen(DebianRegistry.Program("skopeo") is null, "skopeo is not installed.");
        var layout = _yard.Layout("a layer", "provenance");
        await _yard.PushAsync(layout, target, registry.Options);
        Directory.CreateDirectory(_yard.At("certs"));
        File.Copy(registry.Authority, _yard.At("certs/ca.crt"));
        foreach (var wanted in new[] { target.ToString(), $"{target.Host}/{target.Repository}@{layout.Digest}" })
        {
            var manifest = DebianRegistry.Run("skopeo", "inspect", "--raw", "--cert-dir", _yard.At("certs"), "--creds", $"{DebianRegistry.User}:{DebianRegistry.Password}", $"docker://{wanted}");
            Assert.Equal(layout.Digest, Digest.Of(manifest));
        }
    }

    [Fact]
    public async Task What_is_there_already_under_another_version_changes_nothing()
    {
        await _yard.PushAsync(_yard.Layout("old"), Target("taken:1"), registry.Options);
        await RegistryYard.FailsAsync("SLP4128", () => _yard.PushAsync(_yard.Layout("new"), Target("taken:1"), registry.Options));
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_shown()
    {
        var target = Target("closed:1");
        foreach (var credential in new RegistryCredential?[] { null, new RegistryCredential.UserPassword(DebianRegistry.User, "wrong") })
        {
            var options = registry.Options with { Credentials = (_, _) => Task.FromResult(credential) };
            var problem = await RegistryYard.FailsAsync("SLP4123", () => _yard.PushAsync(_yard.Layout(), target, options));
            Assert.DoesNotContain("wrong", problem.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_not_trusted()
    {
        var target = Target("untrusted:1");
        var problem = await RegistryYard.FailsAsync("SLP4121", () => _yard.PushAsync(_yard.Layout(), target, registry.Options with { Handler = new RegistryOptions().Handler }));
        Assert.Contains("SSL_CERT_FILE", problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_gets_through_over_a_wire_that_breaks_again_and_again()
    {
        Assert.SkipWhen(registry.Lacking is not null, registry.Lacking ?? "");
        using var wire = new BreakingWire(registry.Port, 9_000, 23_000, 17_000, 40_000);
        var target = registry.Reference("broken/wire:1", wire.Port);
        var layout = _yard.Layout(RegistryYard.Long(200_000), "provenance");
        await _yard.PushAsync(layout, target, registry.Options with { ChunkSize = 50_000 });
        Assert.Equal(4, wire.Broken);
        await _yard.PullAsync(Target("broken/wire:1"), "pulled", registry.Options);
        Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(_yard.At("pulled")));
    }

    [Fact]
    public async Task What_is_not_there_is_said() =>
        await RegistryYard.FailsAsync("SLP4130", () => _yard.PullAsync(Target("nothing:1"), "pulled", registry.Options));

    public void Dispose() => _yard.Dispose();

    private RegistryReference Target(string path)
    {
        Assert.SkipWhen(registry.Lacking is not null, registry.Lacking ?? "");
        return registry.Reference(path);
    }
}
