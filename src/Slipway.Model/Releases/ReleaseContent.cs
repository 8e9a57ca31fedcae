using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Model.Releases;

/// <summary>What a release is made of. The digest of its canonical JSON is the release digest.</summary>
public sealed record ReleaseContent
{
    public required UnitId Unit { get; init; }

    /// <summary>Where the parts lie, relative to the release's folder: <c>app</c>, <c>migrate</c>, <c>package</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Parts { get; init; }

    /// <summary>Every file, ordinal order of paths.</summary>
    public required ImmutableArray<ReleaseFile> Files { get; init; }
}
