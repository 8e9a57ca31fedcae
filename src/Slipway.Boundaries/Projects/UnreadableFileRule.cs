using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Projects;

/// <summary>What cannot be read is unknown, and never clean.</summary>
internal sealed class UnreadableFileRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var project in unit.Unit.ProjectsOf(ProjectRole.Unreadable))
        {
            yield return Found.At(
                RuleIds.UnknownReferences, project.Path, null, null,
                $"'{project.Path}' could not be read, so nobody knows what '{unit.Unit.Id}' references: {project.Unreadable ?? "no reason given"}",
                "Make the project load, or take it out of the unit's folder.");
        }
        // MSBuild reads only what today's conditions import.
        foreach (var file in unit.Files.Where(file => !file.IsLink && ProjectFile.IsOne(file.Path) && unit.Unit.Projects.All(project => project.Path != file.Path)))
        {
            if (unit.Text(file.Path) is not { Length: > 0 } text || ProjectFile.Parse(file.Path, text, out var fault) is not null) continue;
            yield return Found.At(
                RuleIds.UnknownReferences, file.Path, fault!.LineNumber, fault.LinePosition,
                $"'{file.Path}' is not XML, so nobody knows what it brings into '{unit.Unit.Id}'",
                "Correct it, or remove it.");
        }
    }
}
