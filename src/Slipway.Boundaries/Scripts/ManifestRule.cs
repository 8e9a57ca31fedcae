using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scripts;

/// <summary>What a <c>package.json</c> asks for in any of its groups, by folder, by name or under an alias.</summary>
internal sealed class ManifestRule : IUnitRule
{
    private static readonly HashSet<string> Groups = new(
        ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "overrides", "resolutions", "pnpm", "imports", "bundledDependencies", "bundleDependencies", "catalog", "workspaces"],
        StringComparer.Ordinal);

    private static readonly string[] Folders = ["file:", "link:", "portal:", "workspace:", "git+file://", "git+file:"];

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var file in unit.Files.Where(file => !file.IsLink && file.Name == "package.json"))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            var known = unit.Unit.Projects.FirstOrDefault(project => project.Path == file.Path)?.References ?? [];
            foreach (var leaf in JsonText.Leaves(text).Where(leaf => leaf.Way.Length > 0 && Groups.Contains(leaf.Way[0])))
            {
                if (Target(unit, file, leaf) is not { } found || unit.Permissions.IsOpen(unit.Unit, found.Unit, found.Path)) continue;
                if (unit.Map.ProjectAt(found.Path) is { Project.IsExposed: true } && Edges.Permissions.IsVisible(unit.Unit, found.Unit)) continue;
                // What the graph shows it tells.
                if (known.Contains(found.Path, StringComparer.OrdinalIgnoreCase)) continue;
                var (line, column) = TextPlace.Of(text, leaf.Offset);
                yield return Found.At(
                    RuleIds.ForeignDependency, file.Path, line, column, $"'{unit.Unit.Id}' depends on '{found.Unit.Id}' by '{string.Join(".", leaf.Way)}': '{leaf.Value}'",
                    $"Depend on the SDK package of '{found.Unit.Name}' instead.");
            }
        }
    }

    private static (Unit Unit, string Path)? Target(UnitInventory unit, ListedFile file, JsonLeaf leaf)
    {
        var value = leaf.Value;
        if (value.StartsWith("npm:", StringComparison.Ordinal))
        {
            var alias = value["npm:".Length..];
            return ByName(unit, alias.LastIndexOf('@') is var at and > 0 ? alias[..at] : alias);
        }
        var prefix = Folders.FirstOrDefault(prefix => value.StartsWith(prefix, StringComparison.Ordinal));
        var path = prefix is null ? value : value[prefix.Length..];
        if (path.StartsWith('.') && RepositoryPath.Resolve(file.Folder, RepositoryPath.WithoutPattern(path)) is { } resolved)
        {
            if (unit.Map.OwnerOf(resolved) is not { } owner) return null;
            return (owner, owner.Projects.FirstOrDefault(project => project.Folder == resolved)?.Path ?? resolved);
        }
        return leaf.Way[0] is "imports" or "workspaces" ? null : ByName(unit, leaf.Way.Length > 1 ? leaf.Way[^1].Split('>')[^1] : value);
    }

    private static (Unit Unit, string Path)? ByName(UnitInventory unit, string name) =>
        unit.Map.ProjectNamed(name) is { Project.Toolchain: Toolchain.Node } found ? (found.Unit, found.Project.Path) : null;
}
