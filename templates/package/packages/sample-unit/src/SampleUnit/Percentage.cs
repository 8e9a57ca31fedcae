using System.Globalization;

namespace SampleUnit;

/// <summary>A share of a whole, from 0 to 100 per cent.</summary>
public readonly record struct Percentage
{
    private Percentage(decimal value) => Value = value;

    /// <summary>From 0 to 100.</summary>
    public decimal Value { get; }

    /// <exception cref="ArgumentOutOfRangeException">The value is below 0 or above 100.</exception>
    public static Percentage Of(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100m);
        return new(value);
    }

    /// <returns>This share of <paramref name="whole"/>.</returns>
    public decimal From(decimal whole) => whole * Value / 100m;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.##} %");
}
