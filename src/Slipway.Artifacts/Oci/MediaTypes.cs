using Slipway.Model.Units;

namespace Slipway.Artifacts.Oci;

/// <summary>The media types of what layouts hold. They name forms; nothing is fetched from them.</summary>
public static class MediaTypes
{
    public const string Index = "application/vnd.oci.image.index.v1+json";

    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    public const string Config = "application/vnd.oci.image.config.v1+json";

    /// <summary>A layer as it is; with <c>+gzip</c> or <c>+zstd</c> behind it, a compressed one.</summary>
    public const string Layer = "application/vnd.oci.image.layer.v1.tar";

    public const string CompressedLayer = Layer + "+gzip";

    /// <summary>The configuration of what is no image: two bytes, <c>{}</c>.</summary>
    public const string Empty = "application/vnd.oci.empty.v1+json";

    /// <summary>What a release is: <c>release.json</c>, which whoever pulls an image puts the release together again with.</summary>
    public const string Release = "application/vnd.slipway.release.v1+json";

    public const string CycloneDx = "application/vnd.cyclonedx+json";

    /// <summary>A program that migrates a service's database, as one layer.</summary>
    public const string MigrationBundle = "application/vnd.slipway.migration-bundle.v1";

    /// <summary>The integration tests of a service with migrations, as one layer: the next release's schema is tried with them.</summary>
    public const string Tests = "application/vnd.slipway.tests.v1";

    /// <summary>What others rely on: API documents, schemas of events, as one layer.</summary>
    public const string Contracts = "application/vnd.slipway.contracts.v1";

    /// <summary>What an app's users are sent, as one layer.</summary>
    public const string StaticApp = "application/vnd.slipway.static-app.v1";

    /// <summary>Packages for a feed, each file a layer.</summary>
    public const string Package = "application/vnd.slipway.package.v1";

    internal const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    internal const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>What a registry answers with where it is asked for a manifest.</summary>
    internal static readonly string[] Manifests = [Manifest, Index, DockerManifest, DockerIndex];

    private const string DockerLayer = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    /// <summary>What the artifact of a unit is that is no image.</summary>
    public static string ArtifactOf(UnitKind kind) => kind is UnitKind.Package ? Package : StaticApp;

    // The bytes are the same; only Docker's own manifests call them so.
    internal static string LayerOf(string mediaType) => mediaType is DockerLayer ? CompressedLayer : mediaType;
}
