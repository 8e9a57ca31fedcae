namespace Slipway.Security.Secrets;

internal static class Entropy
{
    /// <summary>Shannon's entropy of a text, in bits a character: about 2 for words that repeat themselves, above 3.5 for random text.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<char, int>();
        foreach (var letter in text) counts[letter] = counts.GetValueOrDefault(letter) + 1;
        var entropy = 0.0;
        foreach (var count in counts.Values)
        {
            var share = (double)count / text.Length;
            entropy -= share * Math.Log2(share);
        }
        return entropy;
    }
}
