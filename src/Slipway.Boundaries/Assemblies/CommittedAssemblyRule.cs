using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Assemblies;

/// <summary>Assemblies among a unit's files: copies of another unit's, under whatever name.</summary>
internal sealed class CommittedAssemblyRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var file in unit.Ending(".dll", ".exe"))
        {
            if (StampReader.Read(unit.Absolute(file.Path)) is not { } stamp) continue;
            if (stamp.Unit is { Length: > 0 } named)
            {
                if (Stamps.ForeignOwner(unit, named) is { } owner && !owner.Projects.Any(project => project.IsExposed && project.Name == stamp.Name))
                    yield return Found.At(
                        RuleIds.ForeignUnit, file.Path, null, null, $"'{file.Path}' is the assembly '{stamp.Name}' of '{owner.Id}' by its stamp, and lies among the files of '{unit.Unit.Id}'",
                        $"Remove the copy, and use the SDK or contracts package of '{owner.Name}'.");
            }
            else if (unit.Map.ProjectNamed(stamp.Name) is { } project && !unit.Permissions.IsOpen(unit.Unit, project.Unit, project.Project))
            {
                yield return Found.At(
                    RuleIds.UnstampedAssembly, file.Path, null, null, $"'{file.Path}' is an assembly called '{stamp.Name}', like '{project.Project.Path}' of '{project.Unit.Id}', and bears no stamp",
                    "Remove the copy: what is built here is built by the pipeline.");
            }
        }
    }
}
