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
        var files = own.Concat(shared).Select(file => (File: Parse(unit, file.Item1), file.Item2)).Where(file => file.File is not null).Select(file => (File: file.File!, IsOwn: file.Item2)).ToList();
        var known = files.Select(file => file.File.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // What is imported is one of them whatever it is called, and so is what that imports.
        for (var at = 0; at < files.Count; at++)
        {
            foreach (var path in Imported(unit, files[at].File).Where(known.Add))
            {
                if (Parse(unit, path) is { } file) files.Add((file, unit.Map.OwnerOf(path) is not null));
            }
        }
        return new([.. files]);
    }

    private static ProjectFile? Parse(UnitInventory unit, string path) => unit.Text(path) is { } text ? ProjectFile.Parse(path, text, out _) : null;

    // Another unit's are not read: that they are imported is told anyway.
    private static IEnumerable<string> Imported(UnitInventory unit, ProjectFile file) =>
        from element in file.Elements
        where ProjectFile.Is(element, "Import")
        let value = element.Attribute("Project")?.Value
        where value is not null
        from path in new PathValue(unit.Map, file.Folder, [file]).Of(value, file)
        from one in value.Contains('*', StringComparison.Ordinal) ? unit.Files.Select(other => other.Path).Where(other => RepositoryPath.IsWithin(other, path)) : [path]
        let owner = unit.Map.OwnerOf(one)
        where owner is null || owner.Id == unit.Unit.Id
        select one;

    /// <summary>The folder from which a file's relative paths count: its project's, also where the file is imported.</summary>
    public static IEnumerable<string> BasesOf(ProjectFile file, Unit unit) =>
        unit.ProjectsUsing(file.Path) is var projects && file.Path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
            ? [file.Folder]
            : projects.Select(project => project.Folder).Append(file.Folder).Distinct(StringComparer.Ordinal);
}
