using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Assemblies;

/// <summary>Whose an assembly is, by its stamp.</summary>
internal static class Stamps
{
    /// <summary>The other unit that a stamp names, unless this one may use it.</summary>
    public static Unit? ForeignOwner(UnitInventory unit, string stamp) =>
        unit.Map.Platform.Units.FirstOrDefault(other => string.Equals(other.Id.ToString(), stamp, StringComparison.OrdinalIgnoreCase)) is { } owner
        && !unit.Permissions.IsOpen(unit.Unit, owner) ? owner : null;
}
