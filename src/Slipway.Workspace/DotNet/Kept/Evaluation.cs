using System.Collections.Immutable;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>What one project was evaluated to, and on what that rests.</summary>
internal sealed record Evaluation
{
    public required EvaluatedProject Project { get; init; }

    /// <summary>Null where the evaluation is good for this once: what could not be read may be mended by the machine alone.</summary>
    public ImmutableArray<Observation>? Observed { get; init; }

    /// <summary>What it asked for and read, of one that MSBuild has just made, whether or not it may be kept.</summary>
    public ImmutableArray<Observation> Noted { get; init; } = [];

    /// <summary>Whether it may rest on the existence of any file that was loaded beside it.</summary>
    public bool AsksExistence { get; init; }
}
