using System.ComponentModel.DataAnnotations;

namespace Catalog.Pricing;

/// <summary>More than nothing, at most a million, no fractions of a cent.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PriceAttribute() : ValidationAttribute("{0} must be more than 0 and at most 1000000, with at most two decimals.")
{
    public override bool IsValid(object? value) =>
        value is decimal price and > 0 and <= 1_000_000 && decimal.Round(price, 2) == price;
}
