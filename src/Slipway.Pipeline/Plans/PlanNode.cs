using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Plans;

/// <summary>One stage for one unit.</summary>
public sealed record PlanNode
{
    public required UnitId Unit { get; init; }

    public required StageName Stage { get; init; }

    /// <summary>The stages of the same unit that come first.</summary>
    public required ImmutableArray<StageName> After { get; init; }

    /// <summary>Why there is nothing to do for this unit, known before anything runs; null where there is.</summary>
    public string? SkipReason { get; init; }

    /// <summary>What decides the outcome, by name: see <see cref="NodeBasis"/>.</summary>
    public required ImmutableSortedDictionary<string, string> Basis { get; init; }

    /// <summary>Digest over every input: of the stage's name and its <see cref="Basis"/>.</summary>
    public Digest Fingerprint => NodeBasis.Digest(Stage, Basis);

    public NodeKey Key => new(Unit, Stage);
}
