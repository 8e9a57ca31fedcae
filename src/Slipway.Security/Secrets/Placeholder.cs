using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Slipway.Security.Secrets;

/// <summary>What looks like a secret and is none: references, blanks to fill in, and values that the whole world knows.</summary>
internal static partial class Placeholder
{
    // The defaults of local databases and brokers: they protect nothing, wherever they stand.
    private static readonly FrozenSet<string> WellKnown = FrozenSet.ToFrozenSet(
        [
            "postgres", "password", "passw0rd", "root", "admin", "guest", "user", "test", "secret", "none", "null", "true", "false",
            "changeme", "change-me", "change_me", "changeit", "example", "sample", "dummy", "fake", "redacted", "placeholder", "todo", "unset",
        ],
        StringComparer.OrdinalIgnoreCase);

    // Documented examples of providers: AWS, Stripe, the storage emulator of Azure, jwt.io.
    private static readonly string[] Documented =
    [
        "AKIAIOSFODNN7EXAMPLE",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc",
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
        "eyJzdWIiOiIxMjM0NTY3ODkwIiwi",
    ];

    public static bool Is(string value) =>
        WellKnown.Contains(value)
        || Documented.Any(example => value.Contains(example, StringComparison.Ordinal))
        || Blank().IsMatch(value)
        || value.Distinct().Count() <= 2;

    // Interpolation and templates in any language, references of ours (env:, file:), "your-…-here", rows of x, dots, stars.
    [GeneratedRegex(
        """^(?:env:|file:|vault:|secret:|\$|%[A-Z_]+%|@|\{|<|\*|\.\.\.)|\{\{|\$\{|\$\(|<[a-z -]+>|x{4,}|\*{3,}|\.{3}|…|your[-_ ]|(?:^|[-_ ])(?:example|placeholder|dummy|redacted|change-?me)(?:$|[-_ ])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();
}
