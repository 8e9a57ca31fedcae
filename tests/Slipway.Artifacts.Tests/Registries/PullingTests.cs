using System.Text;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Registries;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Registries;

public sealed class PullingTests : IDisposable
{
    private readonly RegistryYard _yard = new();
    private readonly FakeRegistry _registry = new();

    [Fact]
    public async Task Of_an_image_for_several_systems_one_is_taken_and_the_index_with_it()
    {
        var (index, mine) = await SeveralAsync();
        var pulled = await PullAsync(index, "linux/arm64");
        Assert.Equal((index, mine), (pulled.Digest, pulled.Manifest));
        Assert.Equal(
            new[] { index.Hex, mine.Hex, Digest.Of("layer of arm64").Hex }.Order(StringComparer.Ordinal),
            SampleLayout.Blobs(pulled.Folder).Keys.Intersect([index.Hex, mine.Hex, Digest.Of("layer of arm64").Hex, Digest.Of("layer of amd64").Hex]));
        Assert.Equal(index.ToString(), JsonNode.Parse(File.ReadAllText(Path.Combine(pulled.Folder, "index.json")))!["manifests"]![0]!["digest"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_system_that_there_is_no_image_for_is_said()
    {
        var (index, _) = await SeveralAsync();
        await RegistryYard.FailsAsync("SLP4130", () => PullAsync(index, "linux/riscv64"));
    }

    [Fact]
    public async Task What_lies_there_whole_is_not_fetched_again_and_what_was_altered_is()
    {
        var layout = _yard.Layout("a layer", "a statement");
        await _yard.PushAsync(layout, _registry.Reference());
        var pulled = await _yard.PullAsync(_registry.Reference(), "pulled");
        File.WriteAllText(Path.Combine(pulled.Folder, "blobs", "sha256", Digest.Of("a layer").Hex), "altered");
        _registry.Log.Clear();
        await _yard.PullAsync(_registry.Reference(), "pulled");
        Assert.Equal([$"GET /v2/shop/catalog/blobs/{Digest.Of("a layer")}"], _registry.Log.Where(line => line.Contains("/blobs/", StringComparison.Ordinal)));
        Assert.Equal(SampleLayout.Blobs(layout.Folder), SampleLayout.Blobs(pulled.Folder));
    }

    [Fact]
    public async Task A_folder_that_takes_no_more_is_no_fault_of_the_registry_s()
    {
        await _yard.PushAsync(_yard.Layout("a layer"), _registry.Reference());
        Directory.CreateDirectory(Path.Combine(_yard.At("pulled"), "blobs", "sha256", Digest.Of("a layer").Hex + ".part"));
        var failure = await RegistryYard.FailsAsync("SLP4141", () => _yard.PullAsync(_registry.Reference(), "pulled"));
        Assert.Contains("cannot be written here", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_yard.At("pulled"), "index.json")));
    }

    public void Dispose()
    {
        _registry.Dispose();
        _yard.Dispose();
    }

    private async Task<PulledLayout> PullAsync(Digest index, string platform)
    {
        using var puller = new LayoutPuller(_yard.Options);
        return await puller.PullAsync(_registry.Reference().WithDigest(index), _yard.At("pulled"), platform, cancellation: RegistryYard.Cancellation);
    }

    /// <summary>An index over images for two systems, and the digest of the one for arm64.</summary>
    private async Task<(Digest Index, Digest Mine)> SeveralAsync()
    {
        var manifests = new JsonArray();
        Digest? mine = null;
        foreach (var architecture in new[] { "amd64", "arm64" })
        {
            var layout = _yard.Layout($"layer of {architecture}");
            mine = (await _yard.PushAsync(layout, _registry.Reference(architecture))).Digest;
            var entry = layout.Image.DeepClone();
            entry["platform"] = new JsonObject { ["os"] = "linux", ["architecture"] = architecture };
            manifests.Add(entry);
        }
        var bytes = Encoding.UTF8.GetBytes(new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = "application/vnd.oci.image.index.v1+json", ["manifests"] = manifests }.ToJsonString());
        var index = Digest.Of(bytes);
        _registry.Manifests[index.ToString()] = ("application/vnd.oci.image.index.v1+json", bytes);
        return (index, mine!);
    }
}
