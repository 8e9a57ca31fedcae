using Slipway.Evaluation.Comparison;

namespace Slipway.Suites.Baselines;

/// <summary>The scores that later runs are compared with, and when they were accepted.</summary>
public sealed record Baseline
{
    public required Scoreboard Scores { get; init; }

    public required DateTimeOffset BlessedAt { get; init; }
}
