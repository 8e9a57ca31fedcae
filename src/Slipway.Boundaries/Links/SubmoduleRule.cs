using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Links;

/// <summary>A repository within a unit (git's mode 160000): it may be anybody's, this very platform's too.</summary>
internal sealed class SubmoduleRule : IUnitRule
{
    private const string Mode = "160000";

    public IEnumerable<Finding> Check(UnitInventory unit) =>
        from file in unit.Files
        where file.Mode == Mode
        select Found.At(
            RuleIds.LinkOutside, file.Path, null, null,
            $"'{file.Path}' is a repository of its own (a submodule) within '{unit.Unit.Id}': what lies there is compiled and shipped as if it were the unit's, and may be anybody's",
            "Put the files here, take them as a package, or let the submodule lie outside of every unit.");
}
