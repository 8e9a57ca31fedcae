using System.Collections.Immutable;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Projects;

/// <summary>The MSBuild files that decide how a unit is built: its own, and those of no unit that its projects import.</summary>
internal sealed class UnitProjects
{
    private UnitProjects(ImmutableArray<(ProjectFile File, bool IsOwn)> files) => Files = files;

    public ImmutableArray<(ProjectFile File, bool IsOwn)> Files { get; }

    public static UnitProjects Of(UnitInventory unit)
    {
        var own = unit.Files.Where(file => !file.IsLink && ProjectFile.IsOne(file.Path)).Select(file => (file.Path, IsOwn: true));
        var shared = unit.Unit.Projects.SelectMany(project => project.Inputs).Distinct(StringComparer.Ordinal)
            .Where(path => ProjectFile.IsOne(path) && unit.Map.OwnerOf(path) is null).Select(path => (path, IsOwn: false));
        return new([.. from file in own.Concat(shared)
            let text = unit.Text(file.Item1)
            where text is not null
            let parsed = ProjectFile.Parse(file.Item1, text, out _)
            where parsed is not null
            select (parsed, file.Item2)]);
    }

    /// <summary>The folder from which a file's relative paths count: its project's, also where the file is imported.</summary>
    public static IEnumerable<string> BasesOf(ProjectFile file, Unit unit) =>
        unit.ProjectsUsing(file.Path) is var projects && file.Path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
            ? [file.Folder]
            : projects.Select(project => project.Folder).Append(file.Folder).Distinct(StringComparer.Ordinal);
}
