namespace Slipway.Compatibility.Schemas;

/// <summary>A number that limits a value from one side.</summary>
/// <param name="Value">The number.</param>
/// <param name="Exclusive">Whether the number itself is beyond the limit.</param>
internal readonly record struct Bound(double Value, bool Exclusive = false)
{
    /// <summary>Whether this is the stricter of two lower limits.</summary>
    public bool IsAbove(Bound other) => Value > other.Value || (Value == other.Value && Exclusive && !other.Exclusive);

    /// <summary>Whether this is the stricter of two upper limits.</summary>
    public bool IsBelow(Bound other) => Value < other.Value || (Value == other.Value && Exclusive && !other.Exclusive);

    /// <summary>The stricter of two lower limits, where null limits nothing.</summary>
    public static Bound? Highest(Bound? one, Bound? other) => one is { } first && other is { } second ? (first.IsAbove(second) ? first : second) : one ?? other;

    /// <summary>The stricter of two upper limits, where null limits nothing.</summary>
    public static Bound? Lowest(Bound? one, Bound? other) => one is { } first && other is { } second ? (first.IsBelow(second) ? first : second) : one ?? other;

    public override string ToString() => Exclusive ? FormattableString.Invariant($"{Value} itself excluded") : FormattableString.Invariant($"{Value}");
}
