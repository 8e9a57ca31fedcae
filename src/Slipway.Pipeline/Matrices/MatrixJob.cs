using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Matrices;

/// <summary>What one machine of a CI service is to run: these stages of these units.</summary>
/// <param name="Units">Ordered; one where <paramref name="Stages"/> are only some of its stages.</param>
/// <param name="Stages">In the order of the plan. What comes before them runs there too.</param>
/// <param name="Seconds">How long that is expected to take, on one core.</param>
public sealed record MatrixJob(ImmutableArray<UnitId> Units, ImmutableArray<StageName> Stages, double Seconds)
{
    /// <summary>For people; no two jobs of a matrix share one.</summary>
    public string Name => $"{Units[0].Name}{(Units.Length > 1 ? $" and {Units.Length - 1} more" : "")}: {string.Join(", ", Stages)}";
}
