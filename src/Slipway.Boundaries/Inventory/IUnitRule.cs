using Slipway.Model.Stages;

namespace Slipway.Boundaries.Inventory;

/// <summary>A rule that needs nothing but one unit's files and the map of all units.</summary>
internal interface IUnitRule
{
    IEnumerable<Finding> Check(UnitInventory unit);
}
