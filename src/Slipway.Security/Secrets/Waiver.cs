using System.Text.RegularExpressions;

namespace Slipway.Security.Secrets;

/// <summary>
/// A comment that says why a finding is none, on the same line or the one before: <c>// slipway-allow-secret: the key of the test double</c>.
/// </summary>
internal static partial class Waiver
{
    public const string Word = "slipway-allow-secret";

    /// <summary>Null without a waiver; the reason, perhaps empty, with one.</summary>
    public static string? ReasonIn(string line) => Pattern().Match(line) is { Success: true } found ? found.Groups["reason"].Value.Trim() : null;

    [GeneratedRegex(@"slipway-allow-secret(?::(?<reason>.*?)(?:\*/|-->)?)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
