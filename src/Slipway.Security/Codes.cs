namespace Slipway.Security;

/// <summary>What this project can say about itself, <c>SLP3070</c> to <c>SLP3089</c>; what it finds in others is in <see cref="RuleIds"/>.</summary>
public static class Codes
{
    /// <summary>A fetched tool is not the one that was reviewed.</summary>
    public const string ToolTampered = "SLP3070";

    /// <summary>The security compile left no report of a project.</summary>
    public const string ReportMissing = "SLP3071";

    /// <summary>The security compile ran without its rules.</summary>
    public const string RulesMissing = "SLP3072";

    /// <summary>A report of a tool could not be read.</summary>
    public const string ReportUnreadable = "SLP3073";
}
