using System.Collections.Immutable;
using System.Text;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Keys;

/// <summary>A command that signs, as <c>command:PROGRAM ARGUMENT …</c> names it. Quotes keep spaces together; no shell reads it.</summary>
internal sealed record SignerCommand(string Program, ImmutableArray<string> Arguments)
{
    private const string Prefix = "command:";

    /// <summary>Null where the value names no command.</summary>
    /// <exception cref="BadInputException">It names an empty one, or a quote is left open.</exception>
    public static SignerCommand? In(string value)
    {
        if (!value.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        return Words(value[Prefix.Length..]) is [{ Length: > 0 } program, .. var arguments]
            ? new(program, [.. arguments])
            : throw new BadInputException(new Problem
            {
                Code = Codes.KeyMissing,
                Message = "SLIPWAY_SIGNING_KEY names a command that is empty, or in which a quote is left open.",
                Mend = "Write command: and the program with its arguments; quotes keep spaces together.",
            });
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char? quote = null;
        foreach (var letter in text)
        {
            if (quote is null && char.IsWhiteSpace(letter))
            {
                if (word is not null) words.Add(word.ToString());
                word = null;
                continue;
            }
            word ??= new();
            if (letter == quote) quote = null;
            else if (quote is null && letter is '"' or '\'') quote = letter;
            else word.Append(letter);
        }
        if (word is not null) words.Add(word.ToString());
        return quote is null ? words : [];
    }
}
