using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Tests.Registries;
using Slipway.Evidence.Releases;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Publishing;

public sealed class PublishingTests : IDisposable
{
    private readonly Yard _yard = new();
    private readonly RegistryYard _client = new();
    private readonly FakeRegistry _registry = new();

    [Fact]
    public async Task A_release_goes_under_its_kind_its_name_and_its_version()
    {
        var layout = await ReleasedAsync();
        var published = await PublishAsync();
        Assert.Equal(layout.Digest, published.Layout!.Digest);
        Assert.Equal($"127.0.0.1:{_registry.Port}/shop/services/catalog:{Yard.Version}@{layout.Digest}", published.Layout.Reference.ToString());
        Assert.Contains($"PUT /v2/shop/services/catalog/manifests/{Yard.Version}", _registry.Log);
    }

    [Fact]
    public async Task A_release_that_does_not_verify_goes_nowhere()
    {
        await ReleasedAsync();
        File.WriteAllText(Path.Combine(_yard.Store.Newest(Yard.Catalog)!.Folder, "app/Catalog.dll"), "evil");
        await RegistryYard.FailsAsync("SLP4050", PublishAsync);
        Assert.Empty(_registry.Log);
    }

    [Fact]
    public async Task An_image_that_the_signed_manifest_does_not_name_goes_nowhere()
    {
        await ReleasedAsync(Digest.Of("a layer"));
        await RegistryYard.FailsAsync("SLP4127", PublishAsync);
        Assert.Empty(_registry.Log);
    }

    [Fact]
    public async Task A_release_without_an_image_is_said()
    {
        await _yard.SignedAsync();
        await RegistryYard.FailsAsync("SLP4135", PublishAsync);
        Assert.Empty(_registry.Log);
    }

    public void Dispose()
    {
        _registry.Dispose();
        _client.Dispose();
        _yard.Dispose();
    }

    private Task<PublishedRelease> PublishAsync() => new ReleasePublisher(
        _yard.Keys.FindVerificationKeys(null), RegistryReference.Parse($"http://127.0.0.1:{_registry.Port}/shop"), feed: null, _client.Options)
        .PublishAsync(_yard.Store.Newest(Yard.Catalog)!, RegistryYard.Cancellation);

    /// <summary>A signed release with a layout in it, whose manifest names that image or another.</summary>
    private async Task<SampleLayout> ReleasedAsync(Digest? named = null)
    {
        var layout = _client.Layout("a layer");
        var written = await _yard.WriteAsync(_yard.Draft with { Parts = [.. _yard.Draft.Parts, new("oci", layout.Folder)] });
        var parts = written.Manifest.Content.Parts.SetItem("image", $"oci/blobs/sha256/{(named ?? layout.Digest).Hex}");
        var manifest = written.Manifest with { Content = written.Manifest.Content with { Parts = parts } };
        File.WriteAllBytes(Yard.Manifest(written.Folder), ReleaseManifestWriter.Write(manifest));
        await _yard.SignAsync(written.Folder);
        return layout;
    }
}
