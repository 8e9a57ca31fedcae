using Slipway.Artifacts.Oci.Bases;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries;

/// <summary>Pulls base images.</summary>
public static class ImagePull
{
    /// <summary>A <see cref="PullImage"/> that asks the image's own registry, for Linux on this processor.</summary>
    /// <exception cref="KnownFailureException">It is not there, the registry refused or failed, or its bytes are not those of the digest.</exception>
    public static async Task FromRegistryAsync(string repository, Digest digest, string layout, CancellationToken cancellation)
    {
        using var puller = new LayoutPuller(new RegistryOptions());
        await puller.PullAsync(RegistryReference.Parse($"{repository}@{digest}"), layout, $"linux/{BaseImageReader.Architecture}", cancellation: cancellation);
    }
}
