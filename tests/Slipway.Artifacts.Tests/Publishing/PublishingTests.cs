using System.Text.Json;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Tests.Oci;
using Slipway.Artifacts.Tests.Registries;
using Slipway.Artifacts.Verification;
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
        var image = await ReleasedAsync();
        var published = await PublishAsync();
        Assert.Equal(image, published.Layout!.Digest);
        Assert.Equal($"127.0.0.1:{_registry.Port}/shop/services/catalog:{Yard.Version}@{image}", published.Layout.Reference.ToString());
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
    public async Task What_refers_to_an_image_goes_with_it()
    {
        var image = await ReleasedAsync();
        await PublishAsync();
        var folder = _yard.At("pulled");
        using var puller = new LayoutPuller(_client.Options);

        await puller.PullAsync(Registry.Below("services/catalog").WithDigest(image), folder, referrers: true, cancellation: RegistryYard.Cancellation);

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        // The image, its migration bundle, its SBOM, what release it is, and the two statements: where it came from, what it is made of.
        Assert.Equal(6, index.RootElement.GetProperty("manifests").GetArrayLength());
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

    private RegistryReference Registry => RegistryReference.Parse($"http://127.0.0.1:{_registry.Port}/shop");

    private Task<PublishedRelease> PublishAsync() => new ReleasePublisher(new VerificationTerms { Keys = _yard.Keys.FindVerificationKeys(null) }, Registry, feed: null, _client.Options)
        .PublishAsync(_yard.Store.Newest(Yard.Catalog)!, RegistryYard.Cancellation);

    /// <summary>A signed release with an image in it.</summary>
    private async Task<Digest> ReleasedAsync()
    {
        var written = await _yard.WriteAsync(_yard.ImageDraft);
        await _yard.SignAsync(written.Folder);
        return ReleaseLayout.Of(written.Manifest.Content)!.Main.Digest;
    }
}
