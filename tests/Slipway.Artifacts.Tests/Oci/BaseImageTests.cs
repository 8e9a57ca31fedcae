using System.Collections.Immutable;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Oci;

/// <summary>What programs are put on.</summary>
public sealed class BaseImageTests : IDisposable
{
    private static readonly ImmutableArray<FrameworkReference> Web = [new("Microsoft.AspNetCore.App", $"{Environment.Version.Major}.0.0"), new("Microsoft.NETCore.App", $"{Environment.Version.Major}.0.0")];

    private readonly Yard _yard = new();

    private BaseImages Images => new(_yard.Root, _yard.At("kept"));

    [Theory]
    [InlineData("layout:base")]
    [InlineData("layout:base:10.0")]
    public async Task A_layout_on_disk_is_found_by_its_name(string text)
    {
        _yard.BaseLayout();
        Assert.Equal(_yard.Base.Digest, (await FindAsync(text)).Digest);
        Assert.Equal(_yard.Base.Digest, (await FindAsync($"layout:base@{_yard.Base.Digest}")).Digest);
    }

    [Theory]
    [InlineData("layout:nowhere", "it is no OCI layout")]
    [InlineData("layout:base:11.0", "it holds 0 images of that name")]
    [InlineData("layout:base@sha256:0123456789012345678901234567890123456789012345678901234567890123", "it is no OCI layout")]
    public async Task What_is_not_there_is_said(string text, string why)
    {
        _yard.BaseLayout();
        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => FindAsync(text))).Problems);
        Assert.Equal("SLP4090", problem.Code);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_that_was_altered_is_refused()
    {
        File.AppendAllText(Path.Combine(_yard.BaseLayout(), "blobs/sha256", _yard.Base.Digest.Hex), " ");
        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => FindAsync("layout:base"))).Problems);
        Assert.Contains("was altered", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_that_was_altered_is_refused_when_it_is_copied_and_nothing_is_left()
    {
        var draft = _yard.ImageDraft;
        File.AppendAllText(Path.Combine(_yard.BaseLayout(), "blobs/sha256", _yard.Base.Layers[0].Digest.Hex), " ");
        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => _yard.WriteAsync(draft))).Problems);
        Assert.Equal("SLP4090", problem.Code);
        Assert.Empty(_yard.Store.List());
    }

    [Fact]
    public async Task Any_bytes_in_the_place_of_an_index_are_refused_in_words()
    {
        foreach (var text in (string[])["", "{", "[]", "{}", """{"manifests":[{"digest":"sha256:1"}]}""", """{"manifests":[{}]}""", """{"manifests":7}"""])
        {
            File.WriteAllText(Path.Combine(_yard.BaseLayout(), "index.json"), text);
            await Assert.ThrowsAsync<BadInputException>(() => FindAsync("layout:base"));
        }
    }

    [Theory]
    [InlineData("\"architecture\":\"", "\"architecture\":null,\"was\":\"")]
    [InlineData("\"Env\":[", "\"Env\":[null,")]
    [InlineData("\"diff_ids\":[", "\"diff_ids\":[null,")]
    public async Task Nothing_where_a_text_belongs_is_refused_in_words(string right, string wrong)
    {
        var (layout, config) = (_yard.BaseLayout(), _yard.Base.Config.Write());
        var spoilt = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(config).Replace(right, wrong, StringComparison.Ordinal));
        Assert.NotEqual(config, spoilt);
        var blobs = new BlobFolder(layout);
        var manifest = new OciManifest { Config = blobs.Put(MediaTypes.Config, spoilt), Layers = _yard.Base.Layers };
        await LayoutIndex.WriteAsync(layout, [blobs.Put(MediaTypes.Manifest, manifest.Write())], TestContext.Current.CancellationToken);

        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => FindAsync("layout:base"))).Problems);
        Assert.Contains("null stands where a text belongs", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_an_index_is_refused_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        var index = Path.Combine(_yard.BaseLayout(), "index.json");
        File.Delete(index);
        using var make = Process.Start("mkfifo", [index]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => FindAsync("layout:base"))).Problems);
        Assert.Contains("its index is a named pipe", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_in_a_registry_is_pulled_once_and_kept()
    {
        var digest = _yard.Base.Digest;
        var asked = 0;
        var images = new BaseImages(_yard.Root, _yard.At("kept"), (repository, wanted, layout, _) =>
        {
            Assert.Equal(("registry.example/aspnet", digest), (repository, wanted));
            Slipway.Machine.Files.FileTree.Copy(_yard.BaseLayout(), layout);
            asked++;
            return Task.CompletedTask;
        });

        var first = await images.FindAsync(new BaseImageReference.InRegistry("registry.example/aspnet", digest), TestContext.Current.CancellationToken);
        var second = await images.FindAsync(new BaseImageReference.InRegistry("registry.example/aspnet", digest), TestContext.Current.CancellationToken);

        Assert.Equal((digest, digest, 1), (first.Digest, second.Digest, asked));
    }

    [Fact]
    public async Task Without_anything_to_pull_with_it_is_said_how_to_do_without()
    {
        var problem = Assert.Single((await Assert.ThrowsAsync<KnownFailureException>(() => FindAsync($"registry.example/aspnet@{Digest.Of("")}"))).Problems);
        Assert.Equal("SLP4091", problem.Code);
        Assert.Contains("skopeo copy docker://registry.example/aspnet@sha256:", problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_embedded_base_holds_dotnet_and_all_that_it_loads_and_is_the_same_when_it_is_made_again()
    {
        Assert.SkipWhen(EmbeddedImage.Hindrance is not null, $"There is no embedded base: {EmbeddedImage.Hindrance}.");

        var one = await new EmbeddedImage(_yard.At("one")).FindAsync(Web, TestContext.Current.CancellationToken);
        var other = await new EmbeddedImage(_yard.At("other")).FindAsync(Web, TestContext.Current.CancellationToken);

        Assert.NotNull(one);
        Assert.Equal(one.Digest, other!.Digest);
        Assert.Equal(["Microsoft.AspNetCore.App", "Microsoft.NETCore.App"], one.Components.Where(component => component.Kind == "framework").Select(component => component.Name));
        Assert.Contains("PATH=/usr/share/dotnet", one.Config.Environment);
        var system = NamesIn(one, 0);
        Assert.All((string[])["libc.so.6", "libstdc++.so.6", "libgcc_s.so.1", "libcrypto.so.3", "etc/passwd", "tmp/"], name =>
            Assert.Contains(system, entry => entry == name || entry.EndsWith($"/{name}", StringComparison.Ordinal)));
        Assert.Contains(system, entry => Path.GetFileName(entry).StartsWith("ld-", StringComparison.Ordinal));
        Assert.Contains("usr/share/dotnet/dotnet", NamesIn(one, 1));
    }

    [Fact]
    public async Task The_embedded_base_of_node_holds_node_and_all_that_it_loads_and_is_the_same_when_it_is_made_again()
    {
        Assert.SkipWhen(EmbeddedImage.NodeHindrance is not null, $"There is no embedded base of Node: {EmbeddedImage.NodeHindrance}.");

        var one = await new EmbeddedImage(_yard.At("one")).FindNodeAsync(TestContext.Current.CancellationToken);
        var other = await new EmbeddedImage(_yard.At("other")).FindNodeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(one.Digest, other.Digest);
        var node = Assert.Single(one.Components, component => component.Kind == "platform");
        Assert.Equal($"pkg:generic/node@{node.Version}", node.Purl);
        Assert.Matches(@"\A\d+\.\d+\.\d+", node.Version);
        Assert.Contains("PATH=/usr/local/bin", one.Config.Environment);
        var system = NamesIn(one, 0);
        Assert.All((string[])["libc.so.6", "libstdc++.so.6", "etc/passwd", "tmp/"], name =>
            Assert.Contains(system, entry => entry == name || entry.EndsWith($"/{name}", StringComparison.Ordinal)));
        Assert.DoesNotContain(system, entry => entry.Contains("libssl", StringComparison.Ordinal));
        Assert.Contains("usr/local/bin/node", NamesIn(one, 1));
        Assert.Equal(EmbeddedImage.NodeState(), EmbeddedImage.NodeState());
    }

    [Fact]
    public async Task A_framework_that_is_not_installed_gives_no_embedded_base()
    {
        Assert.SkipWhen(EmbeddedImage.Hindrance is not null, $"There is no embedded base: {EmbeddedImage.Hindrance}.");
        Assert.Null(await new EmbeddedImage(_yard.At("kept")).FindAsync([new("Microsoft.NETCore.App", "99.0.0")], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_the_embedded_base_is_made_of_is_known_without_making_it() => Assert.Equal(EmbeddedImage.State(), EmbeddedImage.State());

    public void Dispose() => _yard.Dispose();

    private static List<string> NamesIn(BaseImage image, int layer)
    {
        using var plain = new GZipStream(File.OpenRead(Path.Combine(image.Layout, "blobs/sha256", image.Layers[layer].Digest.Hex)), CompressionMode.Decompress);
        using var tar = new TarReader(plain);
        var names = new List<string>();
        while (tar.GetNextEntry() is { } entry) names.Add(entry.Name);
        return names;
    }

    private Task<BaseImage> FindAsync(string text)
    {
        Assert.True(BaseImageReference.TryParse(text, out var reference));
        return Images.FindAsync(reference, TestContext.Current.CancellationToken);
    }
}
