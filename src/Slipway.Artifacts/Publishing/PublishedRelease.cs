using System.Collections.Immutable;
using Slipway.Artifacts.Feeds;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Releases;

namespace Slipway.Artifacts.Publishing;

/// <summary>What became of publishing one release.</summary>
public sealed record PublishedRelease
{
    public required ReleaseAddress Address { get; init; }

    /// <summary>Null where no registry was given.</summary>
    public PushedLayout? Layout { get; init; }

    /// <summary>Empty where no feed was given, or the unit is no NuGet package.</summary>
    public ImmutableArray<PushedPackage> Packages { get; init; } = [];
}
