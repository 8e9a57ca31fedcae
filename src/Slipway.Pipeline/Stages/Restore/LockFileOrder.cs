using System.Collections.Immutable;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>What a run wants of its platform's lock files before it begins.</summary>
public sealed record LockFileOrder
{
    /// <summary>Names of the chosen units; empty for all. What they use counts with them.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>Whether the run may write; a dry run may not. Default: true.</summary>
    public bool MayWrite { get; init; } = true;

    /// <summary>Whether packages are resolved anew and every lock file is written, not only those that are missing. Default: false.</summary>
    public bool Anew { get; init; }
}
