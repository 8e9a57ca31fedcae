namespace Slipway.Suites;

/// <summary>The codes of this project's messages; hand-written, never reused.</summary>
public static class Codes
{
    /// <summary>A file of a suite cannot be read.</summary>
    public const string Unreadable = "SLP3050";

    /// <summary>A key is not known, or stands twice.</summary>
    public const string UnknownKey = "SLP3051";

    /// <summary>A key is missing, or its value has the wrong shape.</summary>
    public const string WrongShape = "SLP3052";

    /// <summary>Two cases have one id.</summary>
    public const string DuplicateId = "SLP3053";

    /// <summary>A case asks nothing of its answer.</summary>
    public const string NoAssertions = "SLP3054";

    /// <summary>An assertion cannot be understood.</summary>
    public const string BadAssertion = "SLP3055";

    /// <summary>A number is outside its range.</summary>
    public const string OutOfRange = "SLP3056";

    /// <summary>A file reference leads outside the suite.</summary>
    public const string OutsideSuite = "SLP3057";

    /// <summary>A template cannot be rendered.</summary>
    public const string BadTemplate = "SLP3058";

    /// <summary>A suite does not say what sort of data it holds.</summary>
    public const string NoDataClass = "SLP3059";

    /// <summary>A suite has no cases.</summary>
    public const string NoCases = "SLP3060";

    /// <summary>The gate names a metric that no assertion feeds.</summary>
    public const string UnfedMetric = "SLP3061";

    /// <summary>There is no recorded answer to a request.</summary>
    public const string NoRecording = "SLP3062";

    /// <summary>A recording cannot be used.</summary>
    public const string BadRecording = "SLP3063";

    /// <summary>A stored baseline cannot be used.</summary>
    public const string BadBaseline = "SLP3064";

    /// <summary>A case fails.</summary>
    public const string CaseFailed = "SLP3065";

    /// <summary>The suite's gate is not satisfied.</summary>
    public const string GateHeld = "SLP3066";

    /// <summary>Recordings lie about that belong to no case.</summary>
    public const string StrayRecording = "SLP3067";
}
