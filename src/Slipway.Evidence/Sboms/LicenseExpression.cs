using System.Text.RegularExpressions;

namespace Slipway.Evidence.Sboms;

/// <summary>The grammar of SPDX licence expressions; which licences there are is not its business.</summary>
public static partial class LicenseExpression
{
    public static bool IsValid(string text)
    {
        var tokens = new Queue<string>(Token.Matches(text).Select(match => match.Value));
        return Token.Replace(text, "").Trim().Length == 0 && Any(tokens) && tokens.Count == 0;
    }

    // Any: All { OR All }; All: One { AND One }; One: ( Any ) | ID [+] [WITH ID]
    private static bool Any(Queue<string> tokens) => Joined(tokens, "OR", All);

    private static bool All(Queue<string> tokens) => Joined(tokens, "AND", One);

    private static bool Joined(Queue<string> tokens, string by, Func<Queue<string>, bool> part)
    {
        do
        {
            if (!part(tokens)) return false;
        }
        while (Take(tokens, by));
        return true;
    }

    private static bool One(Queue<string> tokens)
    {
        if (Take(tokens, "(")) return Any(tokens) && Take(tokens, ")");
        return Id(tokens) && (!Take(tokens, "WITH") || Id(tokens));
    }

    private static bool Id(Queue<string> tokens) => tokens.TryDequeue(out var token) && token is not ("(" or ")" or "AND" or "OR" or "WITH");

    private static bool Take(Queue<string> tokens, string token)
    {
        if (!tokens.TryPeek(out var next) || next != token) return false;
        tokens.Dequeue();
        return true;
    }

    [GeneratedRegex(@"[()]|[A-Za-z0-9][A-Za-z0-9.:-]*\+?", RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }
}
