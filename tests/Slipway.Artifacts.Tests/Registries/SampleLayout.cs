using System.Text;
using System.Text.Json.Nodes;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Registries;

/// <summary>A small OCI layout, written by hand: one image, and what refers to it.</summary>
internal sealed class SampleLayout
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private readonly JsonArray _index = [];

    public SampleLayout(string folder, string layer = "a layer", params string[] statements)
    {
        Folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, "blobs", "sha256"));
        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        var image = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ManifestType,
            ["config"] = Blob("application/vnd.oci.image.config.v1+json", """{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[]}}"""),
            ["layers"] = new JsonArray(Blob("application/vnd.oci.image.layer.v1.tar", layer), Blob("application/vnd.oci.image.layer.v1.tar", "x")),
        };
        Image = Manifest(image);
        foreach (var statement in statements) Refer(statement);
        Write();
    }

    public string Folder { get; }

    public JsonObject Image { get; }

    public Digest Digest => Digest.Parse(Image["digest"]!.GetValue<string>());

    public Digest Refer(string statement)
    {
        var manifest = Manifest(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ManifestType,
            ["artifactType"] = "application/vnd.dev.sigstore.bundle.v0.3+json",
            ["config"] = Blob("application/vnd.oci.empty.v1+json", "{}"),
            ["layers"] = new JsonArray(Blob("application/vnd.dev.sigstore.bundle.v0.3+json", statement)),
            ["subject"] = Image.DeepClone(),
            ["annotations"] = new JsonObject { ["says"] = statement },
        });
        Write();
        return Digest.Parse(manifest["digest"]!.GetValue<string>());
    }

    public string PathOf(Digest digest) => Path.Combine(Folder, "blobs", "sha256", digest.Hex);

    /// <summary>Name and content of every blob.</summary>
    public static SortedDictionary<string, string> Blobs(string folder) =>
        new(Directory.EnumerateFiles(Path.Combine(folder, "blobs", "sha256")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);

    private JsonObject Manifest(JsonObject manifest)
    {
        var descriptor = Blob(ManifestType, manifest.ToJsonString());
        _index.Add(descriptor.DeepClone());
        return descriptor;
    }

    private JsonObject Blob(string mediaType, string content)
    {
        var digest = Digest.Of(content);
        File.WriteAllText(PathOf(digest), content);
        return new() { ["mediaType"] = mediaType, ["digest"] = digest.ToString(), ["size"] = Encoding.UTF8.GetByteCount(content) };
    }

    private void Write() => File.WriteAllText(
        Path.Combine(Folder, "index.json"),
        new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = "application/vnd.oci.image.index.v1+json", ["manifests"] = _index.DeepClone() }.ToJsonString());
}
