using System.Text;

namespace Slipway.Evaluation.Assertions.Graders;

/// <summary>
/// Mends the two places where .NET's ECMAScript mode is not ECMAScript: there <c>$</c> also matches before a last line feed,
/// and the dot stops at a line feed only.
/// </summary>
internal static class EcmaScriptPattern
{
    public static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var letter = pattern[index];
            if (letter == '\\' && index + 1 < pattern.Length)
            {
                result.Append(letter).Append(pattern[++index]);
                continue;
            }
            if (letter == '[') inClass = true;
            if (letter == ']') inClass = false;
            result.Append((letter, inClass) switch
            {
                ('$', false) => @"\z",
                ('.', false) => @"[^\n\r\u2028\u2029]",
                _ => letter.ToString(),
            });
        }
        return result.ToString();
    }
}
