using System.Text.Json;
using Slipway.Evidence;
using Slipway.Evidence.Releases;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Oci;

/// <summary>Manifests that refer to an image or an artifact: its SBOM, the release that it is of, and its statements in the form of cosign 3.</summary>
internal static class Referrers
{
    public static OciManifest OfSbom(ReleaseFile sbom, Descriptor subject) => new()
    {
        ArtifactType = MediaTypes.CycloneDx,
        Layers = [new(MediaTypes.CycloneDx, sbom.Digest, sbom.Size)],
        Subject = subject,
    };

    /// <param name="manifest">The bytes of <c>release.json</c>.</param>
    /// <param name="subject">What is described.</param>
    public static OciManifest OfRelease(ReadOnlySpan<byte> manifest, Descriptor subject) => new()
    {
        ArtifactType = MediaTypes.Release,
        Layers = [Descriptor.Of(MediaTypes.Release, manifest).With(LayoutIndex.TitleAnnotation, ReleasePath.Manifest)],
        Subject = subject,
    };

    /// <param name="name">Of its file.</param>
    /// <param name="bundle">Its bytes.</param>
    /// <param name="subject">What it is about.</param>
    public static OciManifest OfStatement(string name, ReadOnlyMemory<byte> bundle, Descriptor subject)
    {
        var manifest = new OciManifest
        {
            ArtifactType = Uris.SigstoreBundle,
            Layers = [Descriptor.Of(Uris.SigstoreBundle, bundle.Span).With(LayoutIndex.TitleAnnotation, name)],
            Subject = subject,
        };
        var hints = manifest.Annotations.Add("dev.sigstore.bundle.content", "dsse-envelope");
        if (PredicateTypeOf(bundle) is { } type) hints = hints.Add("dev.sigstore.bundle.predicateType", type);
        return manifest with { Annotations = hints };
    }

    // A hint for lists, and nothing is decided by it: a bundle that says none, or cannot be read, is somebody else's to refuse.
    private static string? PredicateTypeOf(ReadOnlyMemory<byte> bundle)
    {
        try
        {
            using var document = JsonDocument.Parse(bundle);
            var payload = document.RootElement.GetProperty("dsseEnvelope").GetProperty("payload").GetBytesFromBase64();
            using var statement = JsonDocument.Parse(payload);
            return statement.RootElement.GetProperty("predicateType").GetString();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
