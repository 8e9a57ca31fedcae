using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Workspace.Configuration;

namespace Slipway.Workspace.Discovery;

/// <summary>Gathers units from claimed folders.</summary>
internal sealed class UnitFinder(RepositoryTree tree, LayoutPlan layout, YamlProblems problems, YamlProblems notices)
{
    private readonly HashSet<string> _unitFiles = tree.UnitFiles.ToHashSet(StringComparer.Ordinal);

    public DiscoveredUnits Find()
    {
        var claims = new LinkCheck(tree, layout, problems, notices).Without(ClaimFinder.Find(tree, layout));
        new PlatformCheck(tree, layout, problems).Check(claims);
        var groups = claims
            .GroupBy(claim => (claim.Entry, Name: claim.Name.ToUpperInvariant()))
            .Select(group => group.OrderBy(claim => claim.Order).ThenBy(claim => claim.Folder, StringComparer.Ordinal).ToList())
            .ToList();
        foreach (var group in groups) FindCaseTwins(group);
        var owners = new FolderOwners<List<Claim>>(groups.SelectMany(group => group.Select(claim => KeyValuePair.Create(claim.Folder, group))));
        var projects = ByOwner(tree.DotNetProjects, owners);
        var manifests = ByOwner(tree.Manifests, owners);
        var units = groups.Select(group => Gather(group, [.. projects[group]], [.. manifests[group]])).OfType<UnitCandidate>()
            .OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        FindMisplaced(units);
        FindMisnamed(units);
        FindIdleExclusions();
        return new(units, FindStrays(units));
    }

    // Folders are gathered by the patterns of one entry; two that one pattern claims, and only case tells apart, were meant as two units.
    private void FindCaseTwins(List<Claim> group)
    {
        foreach (var twins in group.GroupBy(claim => claim.By).Where(same => same.DistinctBy(claim => claim.Name).Skip(1).Any()))
        {
            var folders = twins.Select(claim => claim.Folder).ToList();
            problems.Add(new()
            {
                Code = Codes.DuplicateUnit,
                Message = $"{string.Join(" and ", folders.Select(folder => $"'{folder}'"))} have one name, for case does not tell names apart.",
                Mend = "rename all but one",
                File = folders[^1],
            });
        }
    }

    private static ILookup<List<Claim>, string> ByOwner(IEnumerable<string> paths, FolderOwners<List<Claim>> owners) => paths
        .Select(path => (path, owner: owners.Of(path)))
        .Where(pair => pair.owner is not null)
        .ToLookup(pair => pair.owner!, pair => pair.path);

    private UnitCandidate? Gather(List<Claim> group, List<string> dotnet, List<string> node)
    {
        var isNode = group.Exists(claim => node.Contains(claim.Folder + "/package.json"));
        if (dotnet.Count == 0 && !isNode)
        {
            NoticeEmpty(group);
            return null;
        }
        var unitFiles = group.Select(claim => claim.Folder + "/unit.yaml").Where(_unitFiles.Contains).Order(StringComparer.Ordinal).ToList();
        foreach (var second in unitFiles.Skip(1)) problems.Add(SecondUnitFile(second, unitFiles[0]));
        return new()
        {
            Name = group[0].Name,
            Kind = group[0].Entry.Kind,
            Toolchain = dotnet.Count > 0 ? Toolchain.DotNet : Toolchain.Node,
            Folders = [.. group.Select(claim => claim.Folder)],
            Projects = [.. dotnet.Concat(node).Order(StringComparer.Ordinal)],
            UnitFile = unitFiles.FirstOrDefault(),
        };
    }

    // A folder that only holds other units is no unit; one at the root that matches "{name}" may be anything.
    private void NoticeEmpty(List<Claim> group)
    {
        foreach (var claim in group)
        {
            var below = claim.Folder + "/";
            if (claim.By.Pattern.IsOpen || tree.DotNetProjects.Concat(tree.Manifests).Any(path => path.StartsWith(below, StringComparison.Ordinal)))
                continue;
            notices.Add(new()
            {
                Code = Codes.EmptyUnit,
                Message = $"'{claim.Folder}' stands where a unit is expected but holds no *.csproj, nor a package.json at its root, "
                    + "so it is no unit.",
                Mend = "add its project, or remove the folder",
                File = claim.Folder,
            });
        }
    }

    private void FindMisplaced(ImmutableArray<UnitCandidate> units)
    {
        var folders = units.SelectMany(unit => unit.Folders).ToHashSet(StringComparer.Ordinal);
        foreach (var file in tree.UnitFiles.Where(file => !folders.Contains(file[..Math.Max(0, file.LastIndexOf('/'))])))
        {
            if (IsExcluded(file)) continue;
            problems.Add(new()
            {
                Code = Codes.MisplacedUnitFile,
                Message = "This unit.yaml does not lie in the folder of a unit, so nothing would read it.",
                Mend = "move it to its unit's folder, or let the layout of platform.yaml claim this one",
                File = file,
            });
        }
    }

    private void FindMisnamed(ImmutableArray<UnitCandidate> units)
    {
        var folders = units.SelectMany(unit => unit.Folders).ToHashSet(StringComparer.Ordinal);
        foreach (var file in tree.Misnamed.Where(file => folders.Contains(file[..Math.Max(0, file.LastIndexOf('/'))]) && !IsExcluded(file)))
            problems.Add(Texts.Misnamed(file, "unit.yaml"));
    }

    private ImmutableArray<string> FindStrays(ImmutableArray<UnitCandidate> units)
    {
        var taken = units.SelectMany(unit => unit.Projects).ToHashSet(StringComparer.Ordinal);
        // A manifest at the root is the workspace's own; projects below build/ are the platform's host.
        return
        [
            .. tree.DotNetProjects.Concat(tree.Manifests.Where(path => path != "package.json"))
                .Where(path => !taken.Contains(path) && !path.StartsWith("build/", StringComparison.Ordinal) && !IsExcluded(path))
                .Order(StringComparer.Ordinal),
        ];
    }

    private bool IsExcluded(string path) => layout.Excludes(path);

    private void FindIdleExclusions()
    {
        var projects = tree.DotNetProjects.Concat(tree.Manifests).Concat(tree.Platforms).ToList();
        foreach (var idle in layout.Exclude.Where(exclusion => !projects.Exists(path => PathGlob.Matches(exclusion.Glob, path))))
            idle.Place.Report(
                Codes.PatternMatchesNothing,
                $"'{idle.Glob}' excludes no project of this repository.",
                "correct it, or remove it");
    }

    private static Problem SecondUnitFile(string second, string first) => new()
    {
        Code = Codes.MisplacedUnitFile,
        Message = $"The unit already has '{first}'; only one of its folders may hold a unit.yaml.",
        Mend = "join the two files",
        File = second,
    };
}
