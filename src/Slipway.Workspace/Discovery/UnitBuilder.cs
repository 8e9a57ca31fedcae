using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Workspace.Discovery;

/// <summary>Makes units of candidates: names checked, projects and suites attached.</summary>
internal sealed class UnitBuilder(RepositoryTree tree, ImmutableSortedDictionary<string, Project> projects, ICollection<Problem> problems)
{
    public ImmutableArray<Unit> Build(DiscoveredUnits discovered)
    {
        var units = discovered.Units.Select(Build).OfType<Unit>().OrderBy(unit => unit.Id).ToImmutableArray();
        foreach (var same in units.GroupBy(unit => unit.Name).Where(same => same.Skip(1).Any())) problems.Add(Duplicate([.. same]));
        return units;
    }

    private Unit? Build(UnitCandidate candidate)
    {
        if (!UnitName.TryParse(candidate.Name, out var name))
        {
            problems.Add(BadName(candidate));
            return null;
        }
        return new()
        {
            Id = new(candidate.Kind, name),
            Toolchain = candidate.Toolchain,
            Root = candidate.Folders[0],
            Folders = candidate.Folders,
            Projects = [.. candidate.Projects.Where(projects.ContainsKey).Select(path => projects[path])],
            Suites = [.. candidate.Folders.SelectMany(Suites).Order(StringComparer.Ordinal)],
        };
    }

    private IEnumerable<string> Suites(string folder)
    {
        var evals = Path.Join(tree.Absolute(folder), "evals");
        return Directory.Exists(evals) ? Directory.EnumerateFiles(evals, "*.yaml").Select(tree.Relative).OfType<string>() : [];
    }

    private static Problem BadName(UnitCandidate candidate) => new()
    {
        Code = Codes.BadUnitName,
        Message = $"'{candidate.Name}' cannot be the name of a unit; expected {UnitName.Grammar}",
        Mend = $"rename the folder, or give it a name in '{candidate.Folders[0]}/unit.yaml'",
        File = candidate.Folders[0],
    };

    private static Problem Duplicate(List<Unit> same) => new()
    {
        Code = Codes.DuplicateUnit,
        Message = $"{same.Count} units are called '{same[0].Name.Lower}', and case does not tell them apart: "
            + string.Join(", ", same.Select(unit => $"'{unit.Root}'")),
        Mend = "rename all but one, or gather their folders into one unit in the layout of platform.yaml",
        File = same[^1].Root,
    };
}
