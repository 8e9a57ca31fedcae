using System.Collections.Immutable;
using Slipway.Workspace.DotNet.Kept;

namespace Slipway.Workspace.DotNet;

/// <summary>What one load of MSBuild's graph gave.</summary>
internal sealed record LoadedProjects
{
    /// <summary>Ordinal order of files.</summary>
    public required ImmutableArray<Evaluation> Evaluations { get; init; }

    /// <summary>Whether any project was asked for with properties that another one sets for it.</summary>
    public bool AreTogether { get; init; }

    /// <summary>Every file that was read and could change.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
