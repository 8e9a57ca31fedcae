using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Releases;

/// <summary>A release that lies in the store, whole, and is not signed yet unless it was kept.</summary>
public sealed record WrittenRelease
{
    /// <summary>Absolute.</summary>
    public required string Folder { get; init; }

    public required ReleaseManifest Manifest { get; init; }

    /// <summary>The release digest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Whether the very same content lay there already and was left, signature included.</summary>
    public bool Kept { get; init; }

    /// <summary>The digest of a whole release of the same version that lay there and gave way; null where none did.</summary>
    public Digest? Replaced { get; init; }
}
