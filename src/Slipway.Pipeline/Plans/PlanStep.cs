using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Plans;

/// <summary>One stage of the task graph, with the stages whose outcome it waits for within a unit.</summary>
public sealed record PlanStep(Stage Stage, ImmutableArray<StageName> After)
{
    public StageName Name => Stage.Name;

    /// <summary>Gates that must open before any unit's part of this stage may start: tasks that are not stages.</summary>
    public ImmutableArray<string> Gates { get; init; } = [];

    /// <summary>Whether later stages run even where this one fails: its task says so with <c>[ContinueOnError]</c>.</summary>
    public bool Forgiving { get; init; }
}
