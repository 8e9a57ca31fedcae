using Slipway.Model.Units;

namespace Slipway.Artifacts.Releases;

/// <summary>Which release: a unit and one of its versions.</summary>
public sealed record ReleaseAddress(UnitId Unit, string Version)
{
    public override string ToString() => $"{Unit}/{Version}";
}
