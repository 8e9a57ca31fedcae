namespace VerifyTests;

/// <summary>A result that agrees with its snapshot.</summary>
public sealed class VerifyResult(string text)
{
    /// <summary>The result after scrubbing.</summary>
    public string Text { get; } = text;
}
