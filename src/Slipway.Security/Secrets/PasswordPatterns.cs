using System.Text.RegularExpressions;

namespace Slipway.Security.Secrets;

/// <summary>Secrets without a shape: told by the word before them.</summary>
internal static partial class PasswordPatterns
{
    /// <summary><c>password = "…"</c>, <c>"ApiKey": "…"</c>, <c>clientSecret => '…'</c>: a value in quotes.</summary>
    [GeneratedRegex(
        """(?<key>password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|auth[_-]?token|access[_-]?token|credentials?)(?<rest>[A-Za-z0-9_.-]{0,24})["'\]]{0,2}\s{0,4}(?::=|=>|=|:)\s{0,4}[@$]?(?<quote>["'`])(?<secret>[^"'`\s]{8,256})\k<quote>""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    public static partial Regex Quoted();

    /// <summary>The same without quotes, to the end of the line: only in files that are configuration.</summary>
    [GeneratedRegex(
        """(?<key>password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|auth[_-]?token|access[_-]?token|credentials?)(?<rest>[A-Za-z0-9_.-]{0,24})[ \t]{0,4}[=:][ \t]{0,4}(?<secret>[^"'`\s;#]{8,256})[ \t]*(?:#|\r?$)""",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    public static partial Regex Unquoted();

    /// <summary><c>Host=…;Password=…</c>: the password of a connection string.</summary>
    [GeneratedRegex(
        """(?:password|pwd)\s?=\s?(?<secret>[^;"'`\s\\]{4,128})(?:(?<=\b(?:host|server|data source|database|initial catalog|user id|username|uid)\s?=[^"'`\r\n]{1,400})|(?=;[^"'`\r\n]{0,200}\b(?:host|server|data source|database)\s?=))""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    public static partial Regex ConnectionString();

    /// <summary><c>postgres://user:…@host</c>: the password of an address.</summary>
    [GeneratedRegex(
        """://(?<user>[^\s:/@"'`<>]{1,64}):(?<secret>[^\s:/@"'`<>]{4,128})@[A-Za-z0-9]""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    public static partial Regex Address();
}
