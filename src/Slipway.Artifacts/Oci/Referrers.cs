using System.Text.Json;
using Slipway.Evidence;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Oci;

/// <summary>Manifests that refer to an image or an artifact: its SBOM, and its statements in the form of cosign 3.</summary>
internal static class Referrers
{
    public static OciManifest OfSbom(ReleaseFile sbom, Descriptor subject) => new()
    {
        ArtifactType = MediaTypes.CycloneDx,
        Layers = [new(MediaTypes.CycloneDx, sbom.Digest, sbom.Size)],
        Subject = subject,
    };

    public static OciManifest OfStatement(ReadOnlyMemory<byte> bundle, Descriptor subject)
    {
        var manifest = new OciManifest
        {
            ArtifactType = Uris.SigstoreBundle,
            Layers = [Descriptor.Of(Uris.SigstoreBundle, bundle.Span)],
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
