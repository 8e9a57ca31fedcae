using System.Collections.Immutable;

namespace Slipway.Evaluation.Comparison;

/// <summary>The answer of the gate, whole.</summary>
public sealed record Comparison
{
    public required GateVerdict Verdict { get; init; }

    /// <summary>One line: why, with the numbers that decide.</summary>
    public required string Reason { get; init; }

    /// <summary>How to go on from here; null when nothing needs doing.</summary>
    public string? NextAction { get; init; }

    /// <summary>Ordinal order of metrics.</summary>
    public ImmutableArray<MetricComparison> Metrics { get; init; } = [];

    /// <summary>Cases that passed in the baseline and fail now, ordinal order.</summary>
    public ImmutableArray<string> Lost { get; init; } = [];

    /// <summary>Cases that failed in the baseline and pass now, ordinal order.</summary>
    public ImmutableArray<string> Won { get; init; } = [];

    /// <summary>Whether the gate is satisfied.</summary>
    public bool Satisfied => Verdict is GateVerdict.Pass or GateVerdict.Improved;
}
