using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Projects;

/// <summary>A package of another unit's internals, asked for by name: the name is that of one of its projects.</summary>
internal sealed class PackageReferenceRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        var projects = unit.Projects;
        var names = new PathValue(unit.Map, unit.Unit.Root, projects.Files.Select(file => file.File));
        return
            from file in projects.Files
            from element in file.File.Elements
            where ProjectFile.Is(element, "PackageReference", "GlobalPackageReference", "PackageDownload")
            let include = element.Attribute("Include") ?? element.Attribute("Update")
            where include is not null
            from name in names.Texts(include.Value, file.File).Select(text => text.Trim()).Distinct()
            let found = unit.Map.ProjectNamed(name)
            where found is not null && !unit.Permissions.IsOpen(unit.Unit, found.Value.Unit, found.Value.Project)
            let place = ProjectFile.PlaceOf(include)
            select Found.At(
                RuleIds.ForeignUnit, file.File.Path, place.Line, place.Column,
                $"'{unit.Unit.Id}' references the package '{name}', which is '{found.Value.Project.Path}' of '{found.Value.Unit.Id}': units are deployed on their own and share packages only",
                $"Use the SDK or contracts package of '{found.Value.Unit.Name}' instead.");
    }
}
