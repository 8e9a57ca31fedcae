namespace Slipway.Evaluation.Assertions;

/// <summary>What one check made of one answer.</summary>
public sealed record Grade
{
    public required bool Passed { get; init; }

    /// <summary>From 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Why, in one line, for the person who reads a failure.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether <c>not-</c> may turn it round. A check that could not be finished fails either way.</summary>
    public bool Invertible { get; init; } = true;

    internal static Grade Of(bool passed, string reason) => new() { Passed = passed, Score = passed ? 1 : 0, Reason = reason };

    internal static Grade Unfinished(string reason) => new() { Passed = false, Score = 0, Reason = reason, Invertible = false };
}
