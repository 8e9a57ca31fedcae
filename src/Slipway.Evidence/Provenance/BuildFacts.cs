using System.Collections.Immutable;

namespace Slipway.Evidence.Provenance;

/// <summary>What the builder knows of a build, and no manifest tells. All of it may be unknown.</summary>
public sealed record BuildFacts
{
    /// <summary>The build configuration, such as <c>Release</c>: an external parameter, beside unit and version.</summary>
    public string? Configuration { get; init; }

    /// <summary>What the builder chose itself, by name: <c>sdk</c>, <c>rid</c>.</summary>
    public ImmutableSortedDictionary<string, string> Internal { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What went into the build beside the source: lock files, a base image. Ordinal order of names.</summary>
    public ImmutableArray<Material> Materials { get; init; } = [];

    /// <summary>Which Slipway it was: its version, or the short digest of its libraries.</summary>
    public string? Slipway { get; init; }

    /// <summary>UTC, whole seconds.</summary>
    public DateTimeOffset? StartedOn { get; init; }

    /// <summary>UTC, whole seconds.</summary>
    public DateTimeOffset? FinishedOn { get; init; }
}
