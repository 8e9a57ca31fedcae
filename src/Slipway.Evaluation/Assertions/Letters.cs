namespace Slipway.Evaluation.Assertions;

/// <summary>How texts are compared. Never by culture: a verdict may not depend on where it is reached.</summary>
internal enum Letters
{
    Exact,

    /// <summary>Both sides in lower case, so that ß is still not ss.</summary>
    Folded,
}
