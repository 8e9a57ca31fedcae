using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Runs;

/// <summary>What a run was asked for, as its command line has it.</summary>
public sealed record RunRequest
{
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>Names of the chosen units; empty for all.</summary>
    public ImmutableArray<string> Units { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the targets ran alone, without what they depend on.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Whether the stage itself is one of the targets.</summary>
    public bool Names(StageName stage) => Targets.Contains(stage.ToString(), StringComparer.OrdinalIgnoreCase);
}
