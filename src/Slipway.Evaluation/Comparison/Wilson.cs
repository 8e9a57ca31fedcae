namespace Slipway.Evaluation.Comparison;

/// <summary>Wilson's bound of a proportion: it knows that 10 of 10 is not certainty.</summary>
internal static class Wilson
{
    /// <summary>The lower one-sided bound.</summary>
    /// <param name="mean">The share or mean score, from 0 to 1.</param>
    /// <param name="count">How many cases it rests on; at least 1.</param>
    /// <param name="alpha">One-sided error probability.</param>
    public static double LowerBound(double mean, int count, double alpha)
    {
        var z = -Normal.Quantile(alpha);
        var square = z * z;
        var centre = mean + (square / (2 * count));
        var spread = z * Math.Sqrt((mean * (1 - mean) / count) + (square / (4d * count * count)));
        return (centre - spread) / (1 + (square / count));
    }
}
