using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Projects;

internal static class UnitExtensions
{
    extension(Unit unit)
    {
        /// <summary>The projects that a file may be imported by: they name it, lie below its folder, or hold it.</summary>
        public IEnumerable<Project> ProjectsUsing(string file)
        {
            var folder = file.LastIndexOf('/') is var slash and >= 0 ? file[..slash] : "";
            return unit.Projects.Where(project => project.Inputs.Contains(file, StringComparer.Ordinal) || RepositoryPath.IsWithin(project.Folder, folder) || RepositoryPath.IsWithin(folder, project.Folder));
        }
    }
}
