using System.Formats.Tar;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Tests.Oci;
using Slipway.Artifacts.Tests.Registries;
using Slipway.Artifacts.Verification;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Tests.Publishing;

/// <summary>What was published is put together again out of the registry.</summary>
public sealed class PullingReleasesTests : IDisposable
{
    private readonly Yard _yard = new();
    private readonly RegistryYard _client = new();
    private readonly FakeRegistry _registry = new();

    public static TheoryData<string> Kinds => ["service", "app", "package"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_release_comes_back_byte_for_byte_and_verifies(string kind)
    {
        var draft = kind switch { "service" => _yard.ImageDraft, "app" => _yard.AppDraft, _ => _yard.PackageDraft };
        var folder = await PublishedAsync(draft);

        await PullAsync(draft, _yard.At("pulled"));

        Assert.Equal(FileTree.Files(folder).Order(StringComparer.Ordinal), FileTree.Files(_yard.At("pulled")).Order(StringComparer.Ordinal));
        Assert.Equal(FileDigest.OfFolder(folder), FileDigest.OfFolder(_yard.At("pulled")));
        Assert.Empty((await _yard.VerifyAsync(_yard.At("pulled"))).Problems);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_others_rely_on_comes_back_with_it(string kind)
    {
        var draft = kind switch { "service" => _yard.ImageDraft, "app" => _yard.AppDraft, _ => _yard.PackageDraft };
        _yard.Put("promises/api/openapi.json", "{}");
        var folder = await PublishedAsync(draft with { Parts = draft.Parts.Add(new("contracts", _yard.At("promises"))) });

        await PullAsync(draft, _yard.At("pulled"));

        Assert.Equal("{}", File.ReadAllText(_yard.At("pulled/contracts/api/openapi.json")));
        Assert.Equal(FileDigest.OfFolder(folder), FileDigest.OfFolder(_yard.At("pulled")));
        Assert.Empty((await _yard.VerifyAsync(_yard.At("pulled"))).Problems);
    }

    [Fact]
    public async Task The_tests_that_a_service_was_released_with_come_back_with_it()
    {
        _yard.Put("programs/Catalog.IntegrationTests/Catalog.IntegrationTests.dll", "tests");
        var draft = _yard.ImageDraft with { Parts = _yard.ImageDraft.Parts.Add(new("tests", _yard.At("programs"))) };
        var folder = await PublishedAsync(draft);

        await PullAsync(draft, _yard.At("pulled"));

        Assert.Equal("tests", File.ReadAllText(_yard.At("pulled/tests/Catalog.IntegrationTests/Catalog.IntegrationTests.dll")));
        Assert.Equal(FileDigest.OfFolder(folder), FileDigest.OfFolder(_yard.At("pulled")));
        Assert.Empty((await _yard.VerifyAsync(_yard.At("pulled"))).Problems);
    }

    [Fact]
    public async Task What_could_be_run_can_be_run_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such right.");
        await PublishedAsync(_yard.ImageDraft);
        await PullAsync(_yard.ImageDraft, _yard.At("pulled"));
        Assert.Equal((0x1ED, 0x1A4), (Yard.ModeOf(_yard.At("pulled/migrate/efbundle")), Yard.ModeOf(_yard.At("pulled/app/Catalog.dll"))));
    }

    [Fact]
    public async Task Of_a_release_that_was_signed_again_the_last_signing_counts()
    {
        var folder = await PublishedAsync(_yard.ImageDraft);
        await _yard.SignAsync(folder, Yard.NewReleaseKey());
        await PublishAsync(_yard.ImageDraft, verify: false);

        await PullAsync(_yard.ImageDraft, _yard.At("pulled"));

        Assert.Equal(2, Directory.GetFiles(_yard.At("pulled/attestations")).Length);
    }

    [Fact]
    public async Task An_image_that_nothing_says_the_release_of_is_none()
    {
        var layout = _client.Layout("a layer");
        var target = Registry.Below("somebodys").WithTag("1");
        using (var pusher = new LayoutPusher(_client.Options)) await pusher.PushAsync(layout.Folder, target.WithDigest(layout.Digest), RegistryYard.Cancellation);

        await RegistryYard.FailsAsync("SLP4136", () => new ReleasePuller(_client.Options).PullAsync(target, _yard.At("pulled"), RegistryYard.Cancellation));

        Assert.False(Directory.Exists(_yard.At("pulled")));
    }

    [Theory]
    [InlineData("9.9.9", true)]
    [InlineData("9.9.9-rc.1", true)]
    [InlineData("production", false)]
    public async Task A_version_s_tag_names_no_other_release(string tag, bool refused)
    {
        await PublishedAsync(_yard.ImageDraft);
        var moved = Place(_yard.ImageDraft).WithTag(tag);
        using (var pusher = new LayoutPusher(_client.Options))
            await pusher.PushAsync(Path.Combine(_yard.Store.Newest(_yard.ImageDraft.Unit)!.Folder, "oci"), moved.WithDigest(MainDigest(_yard.ImageDraft)), RegistryYard.Cancellation);

        Task Pull() => new ReleasePuller(_client.Options).PullAsync(moved, _yard.At("pulled"), RegistryYard.Cancellation);

        if (!refused) await Pull();
        else Assert.Contains($"is the release {Yard.Version}: the tag was moved", (await RegistryYard.FailsAsync("SLP4136", Pull)).Message, StringComparison.Ordinal);
        Assert.NotEqual(refused, Directory.Exists(_yard.At("pulled")));
    }

    [Theory]
    [InlineData("../../escaped")]
    [InlineData("/tmp/slipway-escaped")]
    [InlineData("app/../../../escaped")]
    public async Task Names_in_an_archive_lead_nowhere(string name)
    {
        var content = "code"u8.ToArray();
        var release = Path.Combine(_yard.Root, "deep", "release");
        var blob = await LayerAsync(release, async archive =>
        {
            await archive.WriteEntryAsync(new GnuTarEntry(TarEntryType.SymbolicLink, "app") { LinkName = _yard.Root });
            await archive.WriteEntryAsync(new GnuTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            await archive.WriteEntryAsync(new GnuTarEntry(TarEntryType.RegularFile, "app/other") { DataStream = new MemoryStream("other"u8.ToArray()) });
        });
        var before = FileTree.Files(_yard.Root).Order(StringComparer.Ordinal).ToArray();

        Find(release, blob, new ReleaseFile("app/Catalog.dll", Digest.Of(content), content.Length));

        Assert.Equal([.. before.Append("deep/release/app/Catalog.dll").Order(StringComparer.Ordinal)], FileTree.Files(_yard.Root).Order(StringComparer.Ordinal));
        Assert.False(File.Exists("/tmp/slipway-escaped"));
    }

    [Fact]
    public async Task A_layer_that_is_no_archive_leaves_its_files_missing()
    {
        var release = _yard.At("release");
        var blob = await BlobAsync(release, stream => stream.WriteAsync(new byte[5000].Select((_, index) => (byte)(index * 7)).ToArray()).AsTask());
        Find(release, blob, new ReleaseFile("app/Catalog.dll", Digest.Of("code"u8), 4));
        Assert.False(File.Exists(Path.Combine(release, "app/Catalog.dll")));
    }

    public void Dispose()
    {
        _registry.Dispose();
        _client.Dispose();
        _yard.Dispose();
    }

    private RegistryReference Registry => RegistryReference.Parse($"http://127.0.0.1:{_registry.Port}/shop");

    private async Task<string> PublishedAsync(ReleaseDraft draft)
    {
        var folder = await _yard.SignedAsync(draft);
        await PublishAsync(draft);
        return folder;
    }

    private async Task PublishAsync(ReleaseDraft draft, bool verify = true)
    {
        var keys = _yard.Keys.FindVerificationKeys(null);
        var release = _yard.Store.Newest(draft.Unit)!;
        if (verify) await new ReleasePublisher(new VerificationTerms { Keys = keys }, Registry, feed: null, _client.Options).PublishAsync(release, RegistryYard.Cancellation);
        else
        {
            using var pusher = new LayoutPusher(_client.Options);
            await pusher.PushAsync(Path.Combine(release.Folder, "oci"), Place(draft).WithDigest(MainDigest(draft)), RegistryYard.Cancellation);
        }
    }

    private Digest MainDigest(ReleaseDraft draft) => ReleaseLayout.Of(Manifest(_yard.Store.Newest(draft.Unit)!.Folder).Content)!.Main.Digest;

    private RegistryReference Place(ReleaseDraft draft) => Registry.Below($"{draft.Unit.Folder}/{draft.Unit.Name.Lower}").WithTag(Yard.Version);

    private Task<Digest> PullAsync(ReleaseDraft draft, string folder) => new ReleasePuller(_client.Options).PullAsync(Place(draft), folder, RegistryYard.Cancellation);

    private static ReleaseManifest Manifest(string folder) => ReleaseFolder.ReadManifest(folder).Match(read => read, _ => throw new InvalidOperationException());

    private static void Find(string release, Descriptor blob, ReleaseFile wanted)
    {
        var manifest = new OciManifest { Layers = [blob] };
        var text = ManifestText.Read(new BlobDescriptor(MediaTypes.Manifest, Digest.Of(manifest.Write()), manifest.Write().Length), manifest.Write());
        new ContentFinder(release, new ReleaseContent { Unit = Yard.Catalog, Parts = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, Files = [wanted] }).Find([text]);
    }

    private static Task<Descriptor> LayerAsync(string release, Func<TarWriter, Task> write) => BlobAsync(release, async stream =>
    {
        await using var archive = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true);
        await write(archive);
    });

    private static Task<Descriptor> BlobAsync(string release, Func<Stream, Task> write)
    {
        var blobs = new BlobFolder(Path.Combine(release, "oci"));
        blobs.Put(MediaTypes.Empty, Descriptor.EmptyContent);
        return blobs.PutAsync(MediaTypes.Layer, write);
    }
}
