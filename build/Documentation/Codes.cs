namespace Slipway.Build.Documentation;

/// <summary>The codes of this repository's own build.</summary>
internal static class Codes
{
    /// <summary>A generated page of the documentation is out of date.</summary>
    public const string PageOutdated = "SLP9010";

    /// <summary>A code has no constant, no doc comment or no page, or a page has no code.</summary>
    public const string CodeUndocumented = "SLP9011";
}
