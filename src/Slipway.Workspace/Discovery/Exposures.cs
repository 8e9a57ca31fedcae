using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Model.Units;
using Slipway.Workspace.Configuration;

namespace Slipway.Workspace.Discovery;

/// <summary>Marks the projects that a unit opens to others. What matches nothing is a mistake: what was meant to be open would stay closed.</summary>
internal sealed class Exposures(RepositoryTree tree)
{
    public ImmutableArray<Project> Apply(UnitCandidate candidate, ImmutableArray<Project> projects, UnitFile? file)
    {
        if (file is null || file.Exposures.IsEmpty) return projects;
        var exposed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in file.Exposures)
        {
            var matches = projects.Where(project => item.IsPackage ? Publishes(project, item.Text) : Matches(candidate, item.Text, project.Path)).ToList();
            if (matches.Count == 0) Report(item, projects);
            exposed.UnionWith(matches.Select(project => project.Path));
        }
        return [.. projects.Select(project => project with { IsExposed = exposed.Contains(project.Path) })];
    }

    private static bool Matches(UnitCandidate candidate, string glob, string path) => candidate.Folders
        .Where(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))
        .Any(folder => PathGlob.Matches(glob, path[(folder.Length + 1)..]));

    // A package may be called otherwise than its assembly; its project says so in plain text.
    private bool Publishes(Project project, string package) => string.Equals(project.Name, package, StringComparison.OrdinalIgnoreCase)
        || (project.Toolchain == Toolchain.DotNet && project.Unreadable is null
            && Regex.IsMatch(File.ReadAllText(tree.Absolute(project.Path)), $@"<PackageId>\s*{Regex.Escape(package)}\s*</PackageId>", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));

    private static void Report(PlacedExposure item, ImmutableArray<Project> projects)
    {
        if (item.IsPackage)
            item.Place.Report(
                Codes.UnknownPackage,
                $"'{item.Text}' is no package of this unit; its projects are {string.Join(", ", projects.Select(project => $"'{project.Name}'"))}.",
                Texts.DidYouMean(item.Text, [.. projects.Select(project => project.Name)]));
        else
            item.Place.Report(
                Codes.GlobMatchesNothing,
                $"'{item.Text}' matches no project of this unit; it has {string.Join(", ", projects.Select(project => $"'{project.Path}'"))}.",
                "correct it, or remove it");
    }
}
