using System.Text.RegularExpressions;

namespace Slipway.Security.Secrets;

/// <summary>Secrets with a shape of their own. Every alternative begins with fixed letters, so that one vectorised search finds them all.</summary>
internal static partial class TokenPatterns
{
    /// <summary>Group names are the provider's, with underscores for blanks.</summary>
    [GeneratedRegex(
        """
        (?<![A-Za-z0-9_])(?:
          (?<AWS_access_key>(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9]))
        | (?<Google_API_key>AIza[A-Za-z0-9_-]{35})
        | (?<Google_client_secret>GOCSPX-[A-Za-z0-9_-]{28})
        | (?<GitHub_token>gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})
        | (?<GitLab_token>glpat-[A-Za-z0-9_-]{20,64})
        | (?<Slack_token>xox[abeprs]-[A-Za-z0-9-]{10,250}|xapp-[0-9]-[A-Za-z0-9-]{20,250})
        | (?<Slack_webhook>hooks\.slack\.com/services/T[A-Za-z0-9]{6,14}/B[A-Za-z0-9]{6,14}/[A-Za-z0-9]{20,32})
        | (?<Stripe_key>[sr]k_(?:live|test)_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9+/]{32,64})
        | (?<npm_token>npm_[A-Za-z0-9]{36})
        | (?<NuGet_key>oy2[a-z0-9]{43}(?![A-Za-z0-9]))
        | (?<Azure_storage_key>AccountKey=[A-Za-z0-9+/]{86}==)
        | (?<Azure_shared_access_key>SharedAccessKey=[A-Za-z0-9+/]{43}=)
        | (?<OpenAI_key>sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,250}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})
        | (?<Anthropic_key>sk-ant-[a-z0-9]{4,8}-[A-Za-z0-9_-]{40,250})
        | (?<JSON_Web_Token>eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,2000})
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    public static partial Regex Token();

    // Application secrets of Entra begin with four characters of any sort; what follows them is what marks them.
    [GeneratedRegex(
        @"(?<Azure_client_secret>Q~[A-Za-z0-9_~.-]{31,34})(?<=(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_~.-])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    public static partial Regex EntraSecret();

    // The head alone is no secret: code that writes or reads keys names it. What follows must look like the key itself.
    [GeneratedRegex(
        @"-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]|[""'+,]){1,20}(?:Proc-Type:|Version:|(?<secret>[A-Za-z0-9+/=]{32,}))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    public static partial Regex PrivateKey();
}
