namespace Slipway.Evaluation.Assertions;

/// <summary>A value that its type cannot use; it never leaves <see cref="Assertion.TryCreate"/>.</summary>
internal sealed class AssertionValueException(string message, string mend) : Exception(message)
{
    public string Mend { get; } = mend;
}
