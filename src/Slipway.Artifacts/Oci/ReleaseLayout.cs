using Slipway.Model.Releases;

namespace Slipway.Artifacts.Oci;

/// <summary>What a release's content says of its OCI layout: the manifests in it, as an index names them.</summary>
public sealed record ReleaseLayout
{
    private const string CosignKind = "kind";
    private const string CosignImage = "dev.cosignproject.cosign/image";

    /// <summary>The image or the artifact: what is deployed, and what statements are about.</summary>
    public required Descriptor Main { get; init; }

    /// <summary>The migration bundle; it refers to <see cref="Main"/>.</summary>
    public Descriptor? Bundle { get; init; }

    /// <summary>The integration tests; they refer to <see cref="Main"/>.</summary>
    public Descriptor? Tests { get; init; }

    /// <summary>What others rely on; it refers to <see cref="Main"/>.</summary>
    public Descriptor? Promises { get; init; }

    /// <summary>The SBOM; it refers to <see cref="Main"/>.</summary>
    public Descriptor? Sbom { get; init; }

    /// <summary>Everything, in the order of the index.</summary>
    public IEnumerable<Descriptor> Manifests => new[] { Main, Bundle, Tests, Promises, Sbom }.OfType<Descriptor>();

    /// <summary>Computed from the content alone.</summary>
    /// <returns>Null for a release without a layout.</returns>
    public static ReleaseLayout? Of(ReleaseContent content)
    {
        if ((Named(content, "image") ?? Named(content, "artifact")) is not { } main) return null;
        // By this cosign finds what it is to check in a layout on disk.
        main = main.With(CosignKind, CosignImage);
        if (content.Parts.ContainsKey("artifact")) main = main with { ArtifactType = MediaTypes.ArtifactOf(content.Unit.Kind) };
        return new()
        {
            Main = main,
            Bundle = Named(content, "bundle") is { } bundle ? bundle with { ArtifactType = MediaTypes.MigrationBundle } : null,
            Tests = Named(content, "test-programs") is { } tests ? tests with { ArtifactType = MediaTypes.Tests } : null,
            Promises = Named(content, "promises") is { } promises ? promises with { ArtifactType = MediaTypes.Contracts } : null,
            Sbom = FileAt(content, LayoutPath.Sbom) is { } sbom ? Describe(Referrers.OfSbom(sbom, main)).With(LayoutIndex.NameAnnotation, "sbom") : null,
        };
    }

    private static Descriptor Describe(OciManifest manifest) => manifest.Describe(manifest.Write());

    private static Descriptor? Named(ReleaseContent content, string part) =>
        content.Parts.TryGetValue(part, out var path) && FileAt(content, path) is { } file && path == LayoutPath.Blob(file.Digest)
            ? new Descriptor(MediaTypes.Manifest, file.Digest, file.Size).With(LayoutIndex.NameAnnotation, part)
            : null;

    private static ReleaseFile? FileAt(ReleaseContent content, string path) => content.Files.FirstOrDefault(file => file.Path == path);
}
