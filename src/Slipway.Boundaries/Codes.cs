namespace Slipway.Boundaries;

/// <summary>The codes of this project's messages: 1042–1049. Never reused.</summary>
public static class Codes
{
    /// <summary>The baseline names a unit that is not there, or a rule that is none.</summary>
    public const string BadBaseline = "SLP1042";
}
