using System.Collections.Immutable;
using Slipway.Migrations.Locks;
using Slipway.Migrations.Statistics;

namespace Slipway.Migrations;

/// <summary>What the judge is told beside the migrations.</summary>
public sealed record JudgeOptions
{
    /// <summary>
    /// What was released. Its migrations are run and no longer judged; and what only migrations make that no release carries is nowhere yet, so that it
    /// may still be changed. Where it is empty nobody knows, and every migration is taken to be applied somewhere.
    /// </summary>
    public MigrationLock Lock { get; init; } = MigrationLock.Empty;

    /// <summary>The releases that run somewhere, or may be gone back to. None by default: then a contract is taken at its word.</summary>
    public ImmutableArray<LiveRelease> LiveReleases { get; init; } = [];

    /// <summary>The service's name, <c>catalog</c>: a contract names a release of that one. Nobody says by default, and any will do.</summary>
    public string? Service { get; init; }

    /// <summary>How many rows tables have in production; nobody knows by default.</summary>
    public TableStatistics Statistics { get; init; } = TableStatistics.Empty;

    /// <summary>The schemas, databases and roles of other services, and whose they are.</summary>
    public ImmutableDictionary<string, string> ForeignNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The newest migration that is applied somewhere, as if a release carried it and all before it; that of <see cref="Lock"/> by default.</summary>
    public string? NewestReleasedId { get; init; }

    /// <summary>The oldest major version of PostgreSQL that the migrations will meet; that of the scratch database by default.</summary>
    public int? OldestServer { get; init; }

    /// <summary>Whether what runs the migrations sets lock and statement timeouts. By default a bundle does, and nobody knows what runs SQL files.</summary>
    public bool? RunnerSetsTimeouts { get; init; }

    /// <summary>
    /// Whether to create what a statement asks for and no migration made, with a plausible shape, as for a folder that was adopted in the middle of
    /// its history. By default for SQL files, and not for a bundle, which holds all of its history.
    /// </summary>
    public bool? StageMissing { get; init; }
}
