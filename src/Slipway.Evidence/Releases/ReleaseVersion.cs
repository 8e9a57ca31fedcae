using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Slipway.Evidence.Releases;

/// <summary>Which versions may stand in a manifest, and so become a folder's name.</summary>
public static partial class ReleaseVersion
{
    /// <summary>The grammar in words, for messages.</summary>
    public static string Grammar => "a digit, then digits, letters, dots, hyphens and plus signs, a digit or letter last";

    public static bool IsValid([NotNullWhen(true)] string? text) => text is not null && Pattern.IsMatch(text);

    [GeneratedRegex(@"\A[0-9](?:[0-9A-Za-z.+-]{0,126}[0-9A-Za-z])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
