using System.Collections.Immutable;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Oci;

/// <summary>A layout that was written.</summary>
internal sealed record WrittenLayout
{
    /// <summary>Where manifests lie, for the release's parts: <c>image</c> or <c>artifact</c>, <c>bundle</c>, <c>test-programs</c> and <c>promises</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Parts { get; init; }

    /// <summary>Its files, relative to the release.</summary>
    public required ImmutableArray<ReleaseFile> Files { get; init; }

    /// <summary>The image or the artifact.</summary>
    public required Descriptor Main { get; init; }

    /// <summary>The migration bundle.</summary>
    public Descriptor? Bundle { get; init; }
}
