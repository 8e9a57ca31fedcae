using Slipway.Model;

namespace Slipway.Artifacts.Registries;

/// <summary>What was pulled.</summary>
public sealed record PulledLayout
{
    /// <summary>The layout, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Of what was asked for, computed from its bytes: a manifest, or an index over several systems' manifests.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Of the one manifest that was taken from an index; the same as <see cref="Digest"/> where there was none to choose.</summary>
    public required Digest Manifest { get; init; }
}
