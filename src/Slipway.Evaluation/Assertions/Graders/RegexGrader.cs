using System.Text.RegularExpressions;

namespace Slipway.Evaluation.Assertions.Graders;

/// <summary>Somewhere in the answer the pattern matches, as JavaScript would match it without flags.</summary>
internal sealed class RegexGrader(string pattern, Regex regex) : IGrader
{
    // An answer is a page at most; a pattern that needs longer for it backtracks without end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static RegexGrader Create(string pattern)
    {
        try
        {
            return new(pattern, new(EcmaScriptPattern.Translate(pattern), RegexOptions.ECMAScript, Patience));
        }
        catch (ArgumentException exception)
        {
            throw new AssertionValueException(
                $"'{pattern}' is not a regular expression of ECMAScript: {exception.Message}",
                "Mend the pattern. In JSON every backslash is written twice.");
        }
    }

    public Grade Grade(string output)
    {
        try
        {
            var matches = regex.IsMatch(output);
            return Assertions.Grade.Of(matches, matches ? $"the answer matches /{pattern}/" : $"the answer does not match /{pattern}/");
        }
        catch (RegexMatchTimeoutException)
        {
            return Assertions.Grade.Unfinished($"/{pattern}/ did not come to an end within {Patience.TotalSeconds:0} s: it backtracks too much");
        }
    }
}
