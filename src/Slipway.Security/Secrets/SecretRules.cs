using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Security.Secrets;

/// <summary>All rules, surest first: where two find the same text, the first one names it.</summary>
internal static partial class SecretRules
{
    public static ImmutableArray<SecretRule> All { get; } =
    [
        new(RuleIds.PrivateKey, TokenPatterns.PrivateKey(), (_, _) => true, _ => "a private key"),
        new(RuleIds.Token, TokenPatterns.Token(), (match, _) => !Placeholder.Is(match.Value), Provider),
        new(RuleIds.Token, TokenPatterns.EntraSecret(), (match, _) => !Placeholder.Is(match.Value), Provider),
        new(RuleIds.Password, PasswordPatterns.ConnectionString(), IsValue, _ => "the password of a connection string"),
        new(RuleIds.Password, PasswordPatterns.Address(), IsValue, _ => "the password of an address"),
        new(RuleIds.Password, PasswordPatterns.Quoted(), (match, _) => LooksRandom(match), What),
        new(RuleIds.Password, PasswordPatterns.Unquoted(), (match, file) => IsConfiguration(file) && LooksRandom(match), What),
    ];

    private static bool IsValue(Match match, string file) => !Placeholder.Is(match.Groups["secret"].Value);

    // A sentence, a name of something or a path is no secret: a secret mixes kinds of characters and repeats little.
    private static bool LooksRandom(Match match)
    {
        var value = match.Groups["secret"].Value;
        if (Placeholder.Is(value) || Name().IsMatch(value)) return false;
        var isPassword = match.Groups["key"].Value.StartsWith('p') || match.Groups["key"].Value.StartsWith('P');
        return Entropy.Of(value) >= (isPassword ? 2.5 : 3.2);
    }

    private static string What(Match match) => $"a value of '{match.Groups["key"].Value}{match.Groups["rest"].Value}'";

    private static string Provider(Match match)
    {
        var group = match.Groups.Values.Skip(1).First(candidate => candidate.Success).Name.Replace('_', ' ');
        return $"{(char.ToUpperInvariant(group[0]) is 'A' or 'E' or 'O' ? "an" : "a")} {group}";
    }

    private static bool IsConfiguration(string file) =>
        Path.GetExtension(file).ToUpperInvariant() is ".YAML" or ".YML" or ".ENV" or ".INI" or ".CONF" or ".CFG" or ".TOML" or ".PROPERTIES"
        || Path.GetFileName(file) is ['.', 'e', 'n', 'v', ..] or ".npmrc" or ".netrc" or ".pgpass";

    // Words, dotted or dashed names, addresses and paths, calls and types: no digit among letters, or a separator between every few.
    [GeneratedRegex(@"^(?:[A-Za-z]+|[A-Za-z]+(?:[-_.:/][A-Za-z]+)+[0-9]{0,2}|https?://.*|/.*|\.{0,2}/.*|[A-Za-z_.]+\(.*\)?;?|[A-Za-z_]+(?:\[.*\])+|.*\{[^}]*\}.*)$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
