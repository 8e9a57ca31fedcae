using Slipway.Model;

namespace Slipway.Artifacts.Registries;

/// <summary>What was pushed.</summary>
public sealed record PushedLayout
{
    /// <summary>Where it lies now, by digest.</summary>
    public required RegistryReference Reference { get; init; }

    /// <summary>Of the image or the artifact.</summary>
    public required Digest Digest { get; init; }

    /// <summary>How many manifests refer to it.</summary>
    public required int Referrers { get; init; }

    /// <summary>Blobs that were sent.</summary>
    public required int Sent { get; init; }

    /// <summary>Blobs that the registry had already.</summary>
    public required int Present { get; init; }
}
