using System.Collections.Immutable;
using Slipway.Model.Units;
using Slipway.Workspace.Configuration;

namespace Slipway.Workspace.Discovery;

/// <summary>Gives projects the roles that their unit's file says.</summary>
internal static class RoleOverrides
{
    public static ImmutableArray<Project> Apply(UnitCandidate candidate, ImmutableArray<Project> projects, UnitFile? file)
    {
        if (file is null || file.Roles.IsEmpty) return projects;
        var there = string.Join(", ", candidate.Projects.Select(path => $"'{FromFolder(candidate, path).First()}'"));
        foreach (var glob in file.Roles.Where(glob => !candidate.Projects.Any(path => Matches(candidate, glob, path))))
        {
            glob.Place.Report(
                Codes.GlobMatchesNothing,
                $"'{glob.Glob}' matches no project of this unit; it has {there}.",
                "correct it, or remove it");
        }
        var namesEntry = file.Roles.Any(glob => glob.Role is ProjectRole.Entry);
        return [.. projects.Select(project => project with { Role = RoleOf(candidate, project, file, namesEntry) })];
    }

    private static ProjectRole RoleOf(UnitCandidate candidate, Project project, UnitFile file, bool namesEntry)
    {
        if (project.Role is ProjectRole.Unreadable) return project.Role;
        if (file.Roles.LastOrDefault(glob => Matches(candidate, glob, project.Path)) is { } found) return found.Role;
        // Where the file names the entry, no other program is one.
        return namesEntry && project.Role is ProjectRole.Entry ? ProjectRole.Tool : project.Role;
    }

    private static bool Matches(UnitCandidate candidate, RoleGlob glob, string path) =>
        FromFolder(candidate, path).Any(relative => PathGlob.Matches(glob.Glob, relative));

    private static IEnumerable<string> FromFolder(UnitCandidate candidate, string path) => candidate.Folders
        .Where(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(folder => path[(folder.Length + 1)..]);
}
