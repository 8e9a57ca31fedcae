using System.Formats.Tar;
using System.Text.Json;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Releases;

namespace Slipway.Artifacts.Tests.Oci;

/// <summary>What a release's OCI layout holds.</summary>
public sealed class LayoutTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public async Task The_same_parts_and_base_give_the_same_release_wherever_and_whenever_they_are_written()
    {
        using var elsewhere = new Yard();
        var here = await _yard.WriteAsync(_yard.ImageDraft);
        foreach (var file in Directory.GetFiles(elsewhere.Root, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(50));

        var there = await elsewhere.WriteAsync(elsewhere.ImageDraft);

        Assert.Equal(here.Digest, there.Digest);
        Assert.Equal(here.Manifest.Content.Parts["image"], there.Manifest.Content.Parts["image"]);
    }

    [Fact]
    public async Task An_image_is_the_base_and_one_layer_that_belongs_to_nobody_and_has_no_time()
    {
        var release = await _yard.WriteAsync(_yard.ImageDraft);

        var layers = Layouts.ManifestOf(release, "image").GetProperty("layers").EnumerateArray().ToArray();
        Assert.Equal(_yard.Base.Layers.Select(layer => layer.Digest.ToString()), layers[..2].Select(DigestOf));
        Assert.Equal(
            ["app/ 755", "app/Catalog.dll 644", "app/empty.txt 644", "app/wwwroot/ 755", "app/wwwroot/index.html 644"],
            Entries(BlobOf(release, layers[2])).Select(entry => $"{entry.Name} {Convert.ToString((int)entry.Mode, 8)}"));
        Assert.All(Entries(BlobOf(release, layers[2])), entry => Assert.Equal((0, 0, "", DateTimeOffset.UnixEpoch), (entry.Uid, entry.Gid, entry.UserName, entry.ModificationTime)));
    }

    [Fact]
    public async Task An_image_says_how_it_is_run_and_keeps_what_the_base_says()
    {
        var release = await _yard.WriteAsync(_yard.ImageDraft);

        var config = Layouts.Json(release.Folder, BlobOf(release, Layouts.ManifestOf(release, "image").GetProperty("config")));
        var run = config.GetProperty("config");
        Assert.Equal(["dotnet", "/app/Catalog.dll"], Texts(run.GetProperty("Entrypoint")));
        Assert.Equal(["PATH=/", "A=program", "B=program"], Texts(run.GetProperty("Env")));
        Assert.Equal(("1654", "/app", "8080/tcp"), (run.GetProperty("User").GetString(), run.GetProperty("WorkingDir").GetString(), Assert.Single(run.GetProperty("ExposedPorts").EnumerateObject()).Name));
        Assert.Equal(3, config.GetProperty("rootfs").GetProperty("diff_ids").GetArrayLength());
    }

    [Fact]
    public async Task The_migration_bundle_and_the_sbom_refer_to_the_image_and_the_index_names_them_and_the_release()
    {
        var release = await _yard.WriteAsync(_yard.ImageDraft);

        var bundle = Layouts.ManifestOf(release, "bundle");
        Assert.Equal("application/vnd.slipway.migration-bundle.v1", bundle.GetProperty("artifactType").GetString());
        Assert.Equal(["efbundle"], Entries(BlobOf(release, bundle.GetProperty("layers")[0])).Select(entry => entry.Name));
        var named = Layouts.Json(release.Folder, "oci/index.json").GetProperty("manifests").EnumerateArray().ToArray();
        Assert.Equal(["image", "bundle", "sbom", "release"], named.Select(entry => entry.GetProperty("annotations").GetProperty("org.opencontainers.image.ref.name").GetString()));
        Assert.Equal(Path.GetFileName(release.Manifest.Content.Parts["image"]), DigestOf(named[0])["sha256:".Length..]);
        Assert.All(named[1..], entry => Assert.Equal(DigestOf(named[0]), DigestOf(Layouts.Json(release.Folder, BlobOf(release, entry)).GetProperty("subject"))));
        var sbom = Layouts.Json(release.Folder, BlobOf(release, named[2])).GetProperty("layers")[0];
        Assert.Equal(File.ReadAllBytes(Path.Combine(release.Folder, "sbom.cdx.json")), File.ReadAllBytes(Path.Combine(release.Folder, BlobOf(release, sbom))));
    }

    [Fact]
    public async Task The_tests_are_no_part_of_the_image_and_refer_to_it()
    {
        var plain = await _yard.WriteAsync(_yard.ImageDraft);
        var image = plain.Manifest.Content.Parts["image"];
        _yard.Put("programs/Catalog.IntegrationTests/Catalog.IntegrationTests.dll", "tests");

        var release = await _yard.WriteAsync(_yard.ImageDraft with { Parts = _yard.ImageDraft.Parts.Add(new("tests", _yard.At("programs"))) });

        Assert.Equal(image, release.Manifest.Content.Parts["image"]);
        var tests = Layouts.ManifestOf(release, "test-programs");
        Assert.Equal("application/vnd.slipway.tests.v1", tests.GetProperty("artifactType").GetString());
        Assert.Equal(Path.GetFileName(image), DigestOf(tests.GetProperty("subject"))["sha256:".Length..]);
        Assert.Equal(
            ["Catalog.IntegrationTests/", "Catalog.IntegrationTests/Catalog.IntegrationTests.dll"],
            Entries(BlobOf(release, tests.GetProperty("layers")[0])).Select(entry => entry.Name));
        var named = Layouts.Json(release.Folder, "oci/index.json").GetProperty("manifests").EnumerateArray();
        Assert.Equal(["image", "bundle", "test-programs", "sbom", "release"], named.Select(entry => entry.GetProperty("annotations").GetProperty("org.opencontainers.image.ref.name").GetString()));
    }

    [Fact]
    public async Task An_app_that_is_only_sent_is_an_artifact_of_one_layer()
    {
        var release = await _yard.WriteAsync(_yard.AppDraft);

        var artifact = Layouts.ManifestOf(release, "artifact");
        Assert.Equal("application/vnd.slipway.static-app.v1", artifact.GetProperty("artifactType").GetString());
        Assert.Equal(["Catalog.dll", "empty.txt", "wwwroot/", "wwwroot/index.html"], Entries(BlobOf(release, artifact.GetProperty("layers")[0])).Select(entry => entry.Name));
        Assert.False(File.Exists(Path.Combine(release.Folder, "oci/manifest.json")));
    }

    [Fact]
    public async Task A_package_is_an_artifact_with_its_files_as_they_are()
    {
        var release = await _yard.WriteAsync(_yard.PackageDraft);

        var layers = Layouts.ManifestOf(release, "artifact").GetProperty("layers").EnumerateArray().ToArray();
        Assert.Equal(["contracts.1.4.1.nupkg", "contracts.1.4.1.snupkg"], layers.Select(layer => layer.GetProperty("annotations").GetProperty("org.opencontainers.image.title").GetString()));
        Assert.Equal("zip", File.ReadAllText(Path.Combine(release.Folder, BlobOf(release, layers[0]))));
    }

    [Fact]
    public async Task Every_blob_is_what_its_name_says_and_none_lies_there_that_nothing_names()
    {
        var release = await _yard.WriteAsync(_yard.ImageDraft);
        var oci = Path.Combine(release.Folder, "oci");

        var blobs = Directory.GetFiles(Path.Combine(oci, "blobs", "sha256"));
        Assert.All(blobs, blob => Assert.Equal(Path.GetFileName(blob), Slipway.Machine.Files.FileDigest.OfFile(blob).Hex));
        var text = string.Concat(blobs.Where(blob => new FileInfo(blob).Length < 5000).Append(Path.Combine(oci, "index.json")).Select(File.ReadAllText));
        Assert.All(blobs, blob => Assert.Contains(Path.GetFileName(blob), text, StringComparison.Ordinal));
        Assert.Equal(["blobs", "index.json", "manifest.json", "oci-layout"], Directory.GetFileSystemEntries(oci).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_release_of_the_same_content_is_kept_with_its_layout()
    {
        var first = await _yard.SignedAsync(_yard.ImageDraft);
        var index = await File.ReadAllBytesAsync(Path.Combine(first, LayoutPath.Index), TestContext.Current.CancellationToken);

        var again = await _yard.WriteAsync(_yard.ImageDraft);

        Assert.True(again.Kept);
        Assert.Equal(index, await File.ReadAllBytesAsync(Path.Combine(first, LayoutPath.Index), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _yard.Dispose();

    private static string BlobOf(WrittenRelease release, JsonElement descriptor)
    {
        Assert.True(File.Exists(Path.Combine(release.Folder, "oci/blobs/sha256", DigestOf(descriptor)["sha256:".Length..])));
        return $"oci/blobs/sha256/{DigestOf(descriptor)["sha256:".Length..]}";
    }

    private List<GnuTarEntry> Entries(string blob)
    {
        using var reader = new TarReader(File.OpenRead(Path.Combine(Assert.Single(_yard.Store.List()).Folder, blob)));
        var entries = new List<GnuTarEntry>();
        while (reader.GetNextEntry() is GnuTarEntry entry) entries.Add(entry);
        return entries;
    }

    private static string DigestOf(JsonElement descriptor) => descriptor.GetProperty("digest").GetString()!;

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString());
}
