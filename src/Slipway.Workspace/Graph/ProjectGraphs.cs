using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Workspace.Discovery;
using Slipway.Workspace.DotNet;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Node;

namespace Slipway.Workspace.Graph;

/// <summary>Evaluates every project of both toolchains into <see cref="Project"/>s, keyed by their paths.</summary>
internal sealed class ProjectGraphs(RepositoryTree tree, ProjectEvaluator evaluator, YamlProblems problems, YamlProblems notices)
{
    private readonly Dictionary<string, bool> _exist = new(StringComparer.Ordinal);

    /// <summary>Projects of units and strays alike; a stray counts as a library of no unit.</summary>
    public async Task<ImmutableSortedDictionary<string, Project>> ReadAsync(
        DiscoveredUnits discovered, CancellationToken cancel)
    {
        var owners = discovered.Units
            .SelectMany(unit => unit.Projects.Select(project => (project, unit)))
            .ToDictionary(pair => pair.project, pair => pair.unit, StringComparer.Ordinal);
        var roots = discovered.Units.Where(unit => unit.Toolchain == Toolchain.Node && unit.Kind != UnitKind.Package)
            .SelectMany(unit => unit.Folders.Select(folder => folder + "/package.json")).ToHashSet(StringComparer.Ordinal);
        var paths = owners.Keys.Concat(discovered.Strays).ToList();
        var dotnet = DotNetAsync(discovered.DotNetProjects, owners, cancel);
        var node = Node([.. paths.Where(IsManifest)], owners, roots);
        return node.Concat(await dotnet).ToImmutableSortedDictionary(project => project.Path, project => project, StringComparer.Ordinal);
    }

    private async Task<List<Project>> DotNetAsync(
        ImmutableArray<string> paths, Dictionary<string, UnitCandidate> owners, CancellationToken cancel)
    {
        var known = paths.ToHashSet(StringComparer.Ordinal);
        var evaluated = await evaluator.EvaluateAsync(paths, cancel);
        var hosts = evaluated.Where(project => project.IsHosted && !Roles.IsTest(project))
            .Select(project => owners.GetValueOrDefault(tree.Relative(project.File) ?? "")).OfType<UnitCandidate>().ToHashSet();
        var projects = new List<Project>();
        foreach (var project in evaluated)
        {
            if (tree.Relative(project.File) is not { } path || !known.Contains(path)) continue;
            if (project.Unreadable is { } why) notices.Add(Unreadable(path, why));
            foreach (var missing in project.References.Where(file => !File.Exists(file))) notices.Add(MissingReference(path, missing));
            var owner = owners.GetValueOrDefault(path);
            projects.Add(new()
            {
                Path = path,
                Toolchain = Toolchain.DotNet,
                Role = Roles.Of(project, owner?.Kind ?? UnitKind.Package, owner is not null && hosts.Contains(owner)),
                Name = Roles.NameOf(project),
                TargetFramework = project.TargetFramework,
                References = [.. project.References.Select(tree.Relative).OfType<string>().Where(known.Contains)],
                Packages = project.Packages,
                CentralPackages = project.CentralPackages,
                PinsTransitively = project.PinsTransitively,
                Imports = [.. project.Imports.Select(tree.FromRoot).Where(import => import != path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Inputs = InputsOf(project, path),
                Variables = project.Variables,
                Outside = [.. project.Linked.Where(linked => tree.Relative(linked) is null).Select(tree.FromRoot)],
                Searches = [.. project.Searches.Select(tree.Relative).OfType<string>()],
                Asked = [.. project.Asked.Select(tree.FromRoot)],
                Extensions = [.. project.Extensions.Select(tree.FromRoot)],
                IsBlind = project.IsBlind,
                LockFile = project.LockFile is { } lockFile ? tree.Relative(lockFile) : null,
                Unreadable = project.Unreadable,
            });
        }
        return projects;
    }

    // Some items are where a tool would look for a file if there were one.
    private ImmutableArray<string> InputsOf(EvaluatedProject project, string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return
        [
            .. project.Imports.Concat(project.Asked.Where(asked => !ResolutionFiles.AreMSBuild(asked) && Exists(asked))).Concat(project.LockFile is { } lockFile ? [lockFile] : [])
                .Select(tree.Relative).OfType<string>()
                .Where(input => folder.Length == 0 || !input.StartsWith(folder, StringComparison.Ordinal))
                .Concat(project.Linked.Where(Exists).Select(tree.Relative).OfType<string>())
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    // Projects beside each other look at the same files above them.
    private bool Exists(string file) =>
        _exist.TryGetValue(file, out var exists) ? exists : _exist[file] = File.Exists(file);

    private List<Project> Node(List<string> paths, Dictionary<string, UnitCandidate> owners, HashSet<string> entries)
    {
        // What belongs to no unit keeps nobody from building the units.
        var manifests = paths.ConvertAll(path => NodeManifestReader.Read(tree.Absolute(path), path, owners.ContainsKey(path) ? problems : notices));
        // The root's own says which folders npm links, and is no project.
        if (tree.Manifests.Contains("package.json")) NodeManifestReader.Read(tree.Absolute("package.json"), "package.json", problems);
        foreach (var problem in SharedNames.Of(manifests.FindAll(manifest => owners.ContainsKey(manifest.Path)))) problems.Add(problem);
        var references = new NodeReferences(manifests);
        return
        [
            .. manifests.Select(manifest => new Project
            {
                Path = manifest.Path,
                Toolchain = Toolchain.Node,
                Role = manifest.Unreadable is not null ? ProjectRole.Unreadable
                    : entries.Contains(manifest.Path) ? ProjectRole.Entry : ProjectRole.Library,
                Name = manifest.Name ?? Path.GetFileName(manifest.Folder),
                References = references.Of(manifest),
                Packages = [.. manifest.Dependencies.Keys],
                Server = manifest.Start is { } start && owners.GetValueOrDefault(manifest.Path) is { Kind: UnitKind.App } ? StartScript.Read(start.Text, start.Place) : null,
                Unreadable = manifest.Unreadable,
            }),
        ];
    }

    private static bool IsManifest(string path) => Path.GetFileName(path) == "package.json";

    private static Problem Unreadable(string path, string why) => new()
    {
        Code = Codes.UnreadableProject,
        Message = $"This project could not be evaluated, so what its unit uses is unknown: {why.TrimEnd('.')}.",
        Mend = "install what it asks for, or correct it",
        File = path,
    };

    private Problem MissingReference(string path, string missing) => new()
    {
        Code = Codes.MissingReference,
        Message = $"This project refers to '{tree.Relative(missing) ?? missing}', which does not exist.",
        Mend = "correct the reference, or remove it",
        File = path,
    };
}
