using Slipway.Model.Units;

namespace Slipway.Compatibility.Consumers;

/// <summary>A unit that relies on another's contract.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Through">The package by which it does.</param>
public sealed record Consumer(UnitId Unit, UnitId Through)
{
    public override string ToString() => $"{Unit} (through {Through})";
}
