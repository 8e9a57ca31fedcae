namespace Slipway.Artifacts.Registries.Layouts;

/// <summary>The forms in which registries name what they hold.</summary>
internal static class MediaTypes
{
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    public const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";

    public static string[] Manifests { get; } = [Manifest, Index, DockerManifest, DockerIndex];
}
