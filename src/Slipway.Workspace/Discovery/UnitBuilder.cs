using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Workspace.Configuration;

namespace Slipway.Workspace.Discovery;

/// <summary>Makes units of candidates and their files: names checked, roles, tests and database settled.</summary>
internal sealed class UnitBuilder(
    RepositoryTree tree, ImmutableSortedDictionary<string, Project> projects, IReadOnlyDictionary<string, UnitFile> files, YamlProblems problems)
{
    public ImmutableArray<Unit> Build(DiscoveredUnits discovered)
    {
        var built = discovered.Units
            .Select(candidate => (candidate, unit: Build(candidate)))
            .Where(pair => pair.unit is not null)
            .OrderBy(pair => pair.unit!.Id).ThenBy(pair => pair.unit!.Root, StringComparer.Ordinal)
            .ToList();
        foreach (var same in built.GroupBy(pair => pair.unit!.Name).Where(same => same.Skip(1).Any()))
            problems.Add(Duplicate([.. same.Select(pair => pair.unit!)], same.Select(pair => FileOf(pair.candidate)).LastOrDefault(file => file?.Name is not null)));
        return [.. built.DistinctBy(pair => pair.unit!.Name).Select(pair => pair.unit!)];
    }

    private UnitFile? FileOf(UnitCandidate candidate) => candidate.UnitFile is { } path ? files.GetValueOrDefault(path) : null;

    private Unit? Build(UnitCandidate candidate)
    {
        var file = FileOf(candidate);
        if (!UnitName.TryParse(file?.Name?.Text ?? candidate.Name, out var name))
        {
            problems.Add(BadName(candidate));
            return null;
        }
        var kind = file?.Kind ?? candidate.Kind;
        return new()
        {
            Id = new(kind, name),
            Toolchain = candidate.Toolchain,
            Root = candidate.Folders[0],
            Folders = candidate.Folders,
            Projects = new Exposures(tree).Apply(candidate, RoleOverrides.Apply(candidate, [.. candidate.Projects.Where(projects.ContainsKey).Select(path => projects[path])], file), file),
            Suites = [.. candidate.Folders.SelectMany(Suites).Order(StringComparer.Ordinal)],
            Description = file?.Description,
            NextVersion = file?.NextVersion,
            UnitTests = file?.UnitTests ?? TestRequirement.Needed,
            IntegrationTests = file?.IntegrationTests ?? IntegrationTestsOf(kind),
            Variables = file?.Variables ?? [],
            FlakyTests = file?.FlakyTests ?? [],
            Database = file?.Database is { } database
                ? new(database.Engine, database.Name ?? DatabaseName(name)) { Migrations = database.Migrations, Schemas = database.Schemas }
                : null,
            Exposes = file?.Exposes ?? new(),
        };
    }

    // Only services run against a database and others' requests; an app's or package's own tests are unit tests unless it says more.
    private static TestRequirement IntegrationTestsOf(UnitKind kind) => kind switch
    {
        UnitKind.App => new(false, "an app needs none unless its unit.yaml requires them"),
        UnitKind.Package => new(false, "a package needs none unless its unit.yaml requires them"),
        _ => TestRequirement.Needed,
    };

    private static string DatabaseName(UnitName name) => name.Lower.Replace('.', '_').Replace('-', '_');

    private IEnumerable<string> Suites(string folder)
    {
        var evals = Path.Join(tree.Absolute(folder), "evals");
        if (!Directory.Exists(evals)) return [];
        // A baseline lies beside its suite and is none.
        return Directory.EnumerateFiles(evals, "*.yaml").Select(tree.Relative).OfType<string>();
    }

    private static Problem BadName(UnitCandidate candidate) => new()
    {
        Code = Codes.BadUnitName,
        Message = $"'{candidate.Name}' cannot be the name of a unit; expected {UnitName.Grammar}.",
        Mend = $"rename the folder, or give the unit a name in '{candidate.Folders[0]}/unit.yaml'",
        File = candidate.Folders[0],
    };

    private static Problem Duplicate(List<Unit> same, UnitFile? last) => new()
    {
        Code = Codes.DuplicateUnit,
        Message = $"{same.Count} units are called '{same[0].Name.Lower}', and case does not tell names apart: "
            + string.Join(", ", same.Select(unit => $"'{unit.Root}'")) + ".",
        Mend = "rename all but one, or gather their folders into one unit in the layout of platform.yaml",
        File = last?.Name?.Place.File ?? same[^1].Root,
        Line = last?.Name?.Place.Line,
        Column = last?.Name?.Place.Column,
    };
}
