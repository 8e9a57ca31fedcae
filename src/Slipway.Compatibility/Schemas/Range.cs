namespace Slipway.Compatibility.Schemas;

/// <summary>What a value, a length or a count may be.</summary>
/// <param name="Least">From where; null for no limit.</param>
/// <param name="Most">Up to where; null for no limit.</param>
internal readonly record struct Range(Bound? Least, Bound? Most)
{
    /// <summary>What lies in both.</summary>
    public Range With(Range other) => new(Bound.Highest(Least, other.Least), Bound.Lowest(Most, other.Most));
}
