using System.Text.Json.Nodes;
using Slipway.Evidence.Json;

namespace Slipway.Artifacts.Oci;

/// <summary>A layout's <c>index.json</c> and <c>oci-layout</c>.</summary>
internal static class LayoutIndex
{
    public const string NameAnnotation = "org.opencontainers.image.ref.name";

    /// <summary>Of a layer that is one file: its name.</summary>
    public const string TitleAnnotation = "org.opencontainers.image.title";

    /// <summary>What <c>oci-layout</c> holds.</summary>
    public static readonly byte[] Marker = CanonicalJson.Write(new JsonObject { ["imageLayoutVersion"] = "1.0.0" });

    public static byte[] Write(IEnumerable<Descriptor> manifests) => CanonicalJson.Write(new JsonObject
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = MediaTypes.Index,
        ["manifests"] = new JsonArray([.. manifests.Select(manifest => manifest.ToJson())]),
    });

    /// <summary>Makes a folder of blobs a layout.</summary>
    public static async Task WriteAsync(string layout, IEnumerable<Descriptor> manifests, CancellationToken cancellation)
    {
        await WriteMarkerAsync(layout, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(layout, "index.json"), Write(manifests), cancellation);
    }

    public static Task WriteMarkerAsync(string layout, CancellationToken cancellation) =>
        File.WriteAllBytesAsync(Path.Combine(layout, LayoutPath.Marker), Marker, cancellation);
}
