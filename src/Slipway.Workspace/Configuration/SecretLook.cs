using System.Text.RegularExpressions;

namespace Slipway.Workspace.Configuration;

/// <summary>
/// Says whether a setting looks like a secret: by its key, or by a value that carries a password or the mark of a known kind of key.
/// A connection string without a password passes.
/// </summary>
internal static partial class SecretLook
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    public static bool Has(string key, string value) =>
        value.Length > 0 && (Value.IsMatch(value) || (Key.IsMatch(key) && !IsHarmless(value)));

    // "TokenLifetime: 60" and "RequirePassword: true" are about secrets and are none.
    private static bool IsHarmless(string value) => value.All(char.IsAsciiDigit) || bool.TryParse(value, out _);

    [GeneratedRegex(
        """
        (password | passwd | pwd | passphrase | secret | token | credentials?
          | (api | access | private) [_.:-]* key)
        ([_.:-]* (value | string | base64))? \z
        """,
        Options)]
    private static partial Regex Key { get; }

    [GeneratedRegex(
        """
        (password | pwd | accountkey | sharedaccesskey) \s* = \s* [^;\s]
        | :// [^/\s:@]+ : [^/\s@]+ @
        | -----BEGIN [A-Z\ ]* PRIVATE\ KEY
        | \b (ghp | gho | ghs | github_pat | glpat | xox[abp]) [_-] \w{10}
        | \b sk- \w{16}
        | \b AKIA [0-9A-Z]{16} \b
        | \b eyJ [\w-]{10,} \. [\w-]+ \.
        """,
        Options)]
    private static partial Regex Value { get; }
}
