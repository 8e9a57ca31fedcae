using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Plans;

/// <summary>Everything that a run will do, as data: made and validated whole before anything runs, printed by a dry run.</summary>
public sealed record Plan
{
    public required Platform Platform { get; init; }

    /// <summary>The chosen units, ordered by kind and name.</summary>
    public required ImmutableArray<Unit> Units { get; init; }

    /// <summary>The stages in the order in which the task graph reaches them.</summary>
    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>All nodes, by stage in step order, then by unit.</summary>
    public required ImmutableArray<PlanNode> Nodes { get; init; }

    /// <summary>
    /// What comes before the nodes and is left out of this run, by <c>--exclusive</c>: it is not run, but what it last gave counts where
    /// it was given on the very same inputs.
    /// </summary>
    public ImmutableArray<(PlanNode Node, PlanStep Step)> Assumed { get; init; } = [];

    /// <summary>
    /// The same stages for units that the chosen ones use and that are not chosen themselves: they are not run, but what they last gave
    /// counts where it was given on the very same inputs.
    /// </summary>
    public ImmutableArray<PlanNode> Beside { get; init; } = [];

    public IEnumerable<PlanNode> NodesOf(StageName stage) => Nodes.Where(node => node.Stage == stage);

    /// <summary>A stage's place in the order, so that a failure can cancel only what comes later.</summary>
    public int OrderOf(StageName stage)
    {
        for (var index = 0; index < Steps.Length; index++)
        {
            if (Steps[index].Name == stage) return index;
        }
        return Steps.Length;
    }
}
