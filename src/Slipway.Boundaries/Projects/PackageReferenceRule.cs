using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Projects;

/// <summary>A package of another unit's internals, asked for by name: the name is that of one of its projects.</summary>
internal sealed class PackageReferenceRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit) =>
        from file in UnitProjects.Of(unit).Files
        from element in file.File.Elements
        where element.Name.LocalName is "PackageReference" or "GlobalPackageReference" or "PackageDownload"
        let include = element.Attribute("Include") ?? element.Attribute("Update")
        where include is not null
        let found = unit.Map.ProjectNamed(include.Value.Trim())
        where found is not null && !unit.Permissions.IsOpen(unit.Unit, found.Value.Unit, found.Value.Project)
        let place = ProjectFile.PlaceOf(include)
        select Found.At(
            RuleIds.ForeignUnit, file.File.Path, place.Line, place.Column,
            $"'{unit.Unit.Id}' references the package '{include.Value.Trim()}', which is '{found.Value.Project.Path}' of '{found.Value.Unit.Id}': units are deployed on their own and share packages only",
            $"Use the SDK or contracts package of '{found.Value.Unit.Name}' instead.");
}
