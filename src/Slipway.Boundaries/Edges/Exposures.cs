using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>What a unit opens to others by <c>exposes</c>.</summary>
internal static class Exposures
{
    /// <summary>Whether a file lies in the folder of an exposed project.</summary>
    public static bool Hold(Unit owner, string path) =>
        owner.Projects.Any(project => project.IsExposed && project.Folder.Length > 0 && RepositoryPath.IsWithin(path, project.Folder));
}
