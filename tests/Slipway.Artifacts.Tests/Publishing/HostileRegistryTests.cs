using System.Text;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Tests.Oci;
using Slipway.Artifacts.Tests.Registries;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Releases;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Tests.Publishing;

/// <summary>Whoever may push to a registry may put anything beside a release. Pulling takes it or refuses it, and verifying says what is wrong.</summary>
public sealed class HostileRegistryTests : IDisposable
{
    private readonly Yard _yard = new();
    private readonly RegistryYard _client = new();
    private readonly FakeRegistry _registry = new() { HasReferrersApi = true };

    private RegistryReference Registry => RegistryReference.Parse($"http://127.0.0.1:{_registry.Port}/shop");

    private RegistryReference Place => Registry.Below("services/catalog");

    [Theory]
    [InlineData("\"a text\"")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"org.opencontainers.image.title\":7}")]
    [InlineData("{\"org.opencontainers.image.title\":[\"provenance\"]}")]
    [InlineData("{\"org.opencontainers.image.title\":\"../../escaped.sigstore.json\"}")]
    public async Task A_statement_under_no_name_is_none(string annotations)
    {
        await PublishedAsync();
        var bundle = await File.ReadAllBytesAsync(Yard.Bundle(_yard.Store.List().Single().Folder), RegistryYard.Cancellation);
        Refer("application/vnd.dev.sigstore.bundle.v0.3+json", bundle, annotations);

        await PullAsync();

        Assert.Empty((await _yard.VerifyAsync(_yard.At("pulled"))).Problems);
    }

    [Fact]
    public async Task A_tag_that_moves_once_it_was_read_moves_nothing_that_is_verified()
    {
        await PublishedAsync();
        var before = Digest.Of(_registry.Manifests[Yard.Version].Bytes);
        var layout = _client.Layout("another layer");
        await _client.PushAsync(layout, Place.WithTag("another"));
        var asked = 0;
        _registry.Fault = call =>
        {
            if (call.Path.EndsWith($"/manifests/{Yard.Version}", StringComparison.Ordinal)) asked++;
            else if (asked > 0) _registry.Manifests[Yard.Version] = _registry.Manifests["another"];
            return false;
        };

        var pulled = await PullAsync();

        Assert.Equal((before, 1), (pulled, asked));
        Assert.Equal(layout.Digest, Digest.Of(_registry.Manifests[Yard.Version].Bytes));
        Assert.Empty((await _yard.VerifyAsync(_yard.At("pulled"))).Problems);
    }

    [Fact]
    public async Task A_file_of_a_release_may_have_any_name_that_a_disk_takes()
    {
        await PublishedAsync("app/Catalog.dll", ".entry");
        await PullAsync("6.6.6");
        Assert.True(File.Exists(_yard.At("pulled/.entry")));
        Assert.NotEmpty((await _yard.VerifyAsync(_yard.At("pulled"))).Problems);
    }

    [Fact]
    public async Task A_file_with_a_name_that_no_disk_takes_is_said_and_nothing_is_left()
    {
        await PublishedAsync("app/Catalog.dll", $"app/{new string('x', 300)}");
        var problem = await RegistryYard.FailsAsync("SLP4136", () => PullAsync("6.6.6"));
        Assert.Contains("cannot be put together here", problem.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_yard.At("pulled")));
    }

    public void Dispose()
    {
        _registry.Dispose();
        _client.Dispose();
        _yard.Dispose();
    }

    // Beside the release another of the same image, whose manifest has one more file.
    private async Task PublishedAsync(string like, string path)
    {
        var manifest = await PublishedAsync();
        var file = manifest.Content.Files.First(known => known.Path == like);
        var other = manifest with
        {
            Content = manifest.Content with { Files = [.. manifest.Content.Files.Append(file with { Path = path }).OrderBy(known => known.Path, StringComparer.Ordinal)] },
            Origin = manifest.Origin with { Version = "6.6.6" },
        };
        Refer(MediaTypes.Release, ReleaseManifestWriter.Write(other), "{}");
        _registry.Manifests["6.6.6"] = _registry.Manifests[Yard.Version];
    }

    private async Task<ReleaseManifest> PublishedAsync()
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);
        var publisher = new ReleasePublisher(new VerificationTerms { Keys = _yard.Keys.FindVerificationKeys(null) }, Registry, feed: null, _client.Options);
        await publisher.PublishAsync(_yard.Store.Newest(Yard.Catalog)!, RegistryYard.Cancellation);
        return ReleaseFolder.ReadManifest(folder).Match(read => read, _ => throw new InvalidOperationException());
    }

    private void Refer(string type, byte[] content, string annotations)
    {
        var (manifestType, bytes) = _registry.Manifests[Yard.Version];
        var json = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = manifestType,
            ["artifactType"] = type,
            ["config"] = Descriptor.Of(MediaTypes.Empty, "{}"u8).ToJson(),
            ["layers"] = new JsonArray(Descriptor.Of(type, content).ToJson()),
            ["subject"] = Descriptor.Of(manifestType, bytes).ToJson(),
        };
        json["layers"]![0]!["annotations"] = JsonNode.Parse(annotations);
        var manifest = Encoding.UTF8.GetBytes(json.ToJsonString());
        _registry.Blobs[Digest.Of(content).ToString()] = content;
        _registry.Manifests[Digest.Of(manifest).ToString()] = (manifestType, manifest);
    }

    private Task<Digest> PullAsync(string tag = Yard.Version) => new ReleasePuller(_client.Options).PullAsync(Place.WithTag(tag), _yard.At("pulled"), RegistryYard.Cancellation);
}
