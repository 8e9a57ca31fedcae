namespace Slipway.Evaluation.Assertions;

/// <summary>Why an <see cref="AssertionSpec"/> cannot be understood.</summary>
/// <param name="Key">The key that is wrong: <c>type</c>, <c>value</c> or <c>weight</c>.</param>
/// <param name="Message">What is wrong and why.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record AssertionFault(string Key, string Message, string Mend);
