using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Workspace.Affected;

namespace Slipway.Pipeline.Explanations;

/// <summary>Why a stage of a unit would run now, or would not.</summary>
public sealed record Explanation
{
    public required PlanNode Node { get; init; }

    public required Prospect Prospect { get; init; }

    /// <summary>The reason, in one line.</summary>
    public required string Because { get; init; }

    /// <summary>The inputs that are not what they were at the last execution; empty where that is unknown or nothing differs.</summary>
    public ImmutableArray<InputChange> Changes { get; init; } = [];

    /// <summary>The last execution, whatever became of it; null where there is no record of one.</summary>
    public StageRecord? Last { get; init; }
}
