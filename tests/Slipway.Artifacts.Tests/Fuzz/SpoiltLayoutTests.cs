using System.Text.Json.Nodes;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Artifacts.Tests.Oci;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Fuzz;

/// <summary>
/// Ten thousand spoilt forms of a layout to build on, and as many of one to push. What a digest stands for is spoilt under a digest of its own, as whoever makes a
/// layout by hand would: so that the reader behind the digest is reached.
/// </summary>
public sealed class SpoiltLayoutTests : IDisposable
{
    private const int All = 10_000;
    private readonly Yard _yard = new();
    private readonly string _layout;
    private readonly List<string> _put = [];

    public SpoiltLayoutTests() => _layout = _yard.BaseLayout();

    public static TheoryData<string> Documents => ["index", "manifest", "config"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Of_a_base_image(string document)
    {
        var (read, refused) = (0, 0);
        Spoil(document, 5, Rounds(3), () =>
        {
            try
            {
                // What is read has to stand being written on, too.
                Assert.NotEmpty(BaseImageReader.Read(_layout, "layout:base").Config.WithEnvironment("A=program").Write());
                read++;
            }
            catch (BadInputException bad)
            {
                Assert.Equal("SLP4090", Assert.Single(bad.Problems).Code);
                refused++;
            }
        });
        Assert.True(refused > 0 && read > 0, $"{read} read, {refused} refused");
    }

    [Theory]
    [InlineData("index")]
    [InlineData("manifest")]
    public void Of_a_layout_that_is_pushed(string document)
    {
        var (read, refused) = (0, 0);
        Spoil(document, 6, Rounds(2), () =>
        {
            try
            {
                _ = new LayoutFolder(_layout).ReadManifests();
                read++;
            }
            catch (KnownFailureException failure)
            {
                Assert.Equal("SLP4127", Assert.Single(failure.Problems).Code);
                refused++;
            }
        });
        Assert.True(refused > 0 && read > 0, $"{read} read, {refused} refused");
    }

    public void Dispose() => _yard.Dispose();

    private static int Rounds(int documents) => (All + documents - 1) / documents;

    private void Spoil(string document, int seed, int rounds, Action read)
    {
        var index = JsonNode.Parse(File.ReadAllText(At("index.json")))!;
        var manifest = JsonNode.Parse(BytesOf(index["manifests"]![0]!))!;
        var whole = document switch
        {
            "index" => File.ReadAllBytes(At("index.json")),
            "manifest" => BytesOf(index["manifests"]![0]!),
            _ => BytesOf(manifest["config"]!),
        };
        var mutator = new Mutator(seed, "\"digest\"", "\"mediaType\"", "\"manifests\"", "\"layers\"", "\"size\"", "\"annotations\"", "\"platform\":null,", "sha256:", "[null]", ":null,\"a\"");
        for (var round = 0; round < rounds; round++)
        {
            var spoilt = mutator.Spoil(whole);
            if (document is "index") File.WriteAllBytes(At("index.json"), spoilt);
            else
            {
                var told = document is "manifest" ? Put(index["manifests"]![0]!, spoilt) : Put(index["manifests"]![0]!, Text(With(manifest, Put(manifest["config"]!, spoilt))));
                File.WriteAllBytes(At("index.json"), Text(new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray(told) }));
            }
            read();
            foreach (var file in _put) File.Delete(file);
            _put.Clear();
        }
    }

    private JsonObject Put(JsonNode descriptor, byte[] bytes)
    {
        var put = descriptor.DeepClone().AsObject();
        (put["digest"], put["size"]) = (Digest.Of(bytes).ToString(), bytes.Length);
        var path = At($"blobs/sha256/{Digest.Of(bytes).Hex}");
        if (!File.Exists(path)) _put.Add(path);
        File.WriteAllBytes(path, bytes);
        return put;
    }

    private static JsonObject With(JsonNode manifest, JsonObject config)
    {
        var with = manifest.DeepClone().AsObject();
        with["config"] = config;
        return with;
    }

    private static byte[] Text(JsonObject json) => System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());

    private byte[] BytesOf(JsonNode descriptor) => File.ReadAllBytes(At($"blobs/sha256/{((string)descriptor["digest"]!)["sha256:".Length..]}"));

    private string At(string path) => Path.Combine(_layout, path);
}
