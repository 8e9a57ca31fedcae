using Slipway.Evaluation.Assertions;

namespace Slipway.Evaluation.Grading;

/// <summary>A check and what it made of the answer.</summary>
public sealed record AssertionGrade(AssertionSpec Assertion, Grade Grade);
