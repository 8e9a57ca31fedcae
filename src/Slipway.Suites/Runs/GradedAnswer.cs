using Slipway.Evaluation.Grading;

namespace Slipway.Suites.Runs;

/// <summary>One answer and what its checks made of it.</summary>
/// <param name="Output">What the model said.</param>
/// <param name="Grade">The checks.</param>
/// <param name="How">How the answer was made, in the recording's words.</param>
public sealed record GradedAnswer(string Output, AnswerGrade Grade, string How);
