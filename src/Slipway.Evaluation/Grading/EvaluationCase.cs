using System.Collections.Immutable;
using Slipway.Evaluation.Assertions;

namespace Slipway.Evaluation.Grading;

/// <summary>What one case asks of its answer.</summary>
public sealed record EvaluationCase
{
    /// <summary>Unique within the suite and stable over time: baselines and recordings are found by it.</summary>
    public required string Id { get; init; }

    public string? Description { get; init; }

    /// <summary>At least one, and at least one with a weight above 0.</summary>
    public required ImmutableArray<Assertion> Assertions { get; init; }

    /// <summary>From 0 to 1: the score from which the case passes; null when every check must pass.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether a failure fails the whole suite, whatever the statistics say.</summary>
    public bool MustPass { get; init; }

    /// <summary>The score that the lowest repeat of a <see cref="MustPass"/> case must reach.</summary>
    public double PassAt { get; init; } = 1;

    /// <summary>Cases of one cluster stand or fall together, such as those about one document; null when the case stands alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>Groups to look at on their own; never gating.</summary>
    public ImmutableArray<string> Slices { get; init; } = [];
}
