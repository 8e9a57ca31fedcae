using Slipway.Model.Units;

namespace Slipway.Evidence.Releases;

/// <summary>Reads a unit's identity as <see cref="UnitId"/> writes it.</summary>
internal static class UnitIdText
{
    public static bool TryParse(string text, out UnitId unit)
    {
        unit = default;
        if (text.Split('/') is not [_, var last] || !UnitName.TryParse(last, out var name)) return false;
        foreach (var kind in Enum.GetValues<UnitKind>())
        {
            unit = new(kind, name);
            if (unit.ToString() == text) return true;
        }
        return false;
    }
}
