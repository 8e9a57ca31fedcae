using Slipway.Evidence.Releases;
using Slipway.Model;

namespace Slipway.Artifacts.Oci;

/// <summary>Where things lie in a release that has an OCI layout.</summary>
public static class LayoutPath
{
    /// <summary>The layout's folder.</summary>
    public const string Folder = "oci";

    /// <summary>The layout's index: not part of what is signed, because it follows from that and the statements.</summary>
    public const string Index = ReleasePath.Index;

    public const string Sbom = "sbom.cdx.json";

    internal const string Marker = "oci-layout";
    internal const string DockerManifest = "manifest.json";
    internal const string Blobs = "blobs/sha256";

    /// <summary>A blob, relative to the release.</summary>
    public static string Blob(Digest digest) => $"{Folder}/{Blobs}/{digest.Hex}";
}
