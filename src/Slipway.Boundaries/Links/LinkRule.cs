using Slipway.Boundaries.Inventory;
using Slipway.Machine.Files;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Links;

/// <summary>Links of git (mode 120000) and on disk, junctions included, that lead out of their unit: a glob follows them, and no compiler notices.</summary>
internal sealed class LinkRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        var links = unit.Files.Where(file => file.IsLink).Select(file => file.Path)
            .Concat(unit.Map.Platform.Links.Where(link => unit.Map.OwnerOf(link)?.Id == unit.Unit.Id))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var link in links)
        {
            if (Target(unit, link) is not { } target) continue;
            var owner = target.Path is null ? null : unit.Map.OwnerOf(target.Path);
            if (owner?.Id == unit.Unit.Id || (owner is null && target.Path is { } path && !path.Contains('/', StringComparison.Ordinal) && File.Exists(unit.Absolute(path)))) continue;
            var whose = owner is not null ? $"to '{target.Path}' of '{owner.Id}'" : target.Path is null ? $"out of the repository, to '{target.Text}'" : $"to '{target.Path}', which is no unit's";
            yield return Found.At(
                RuleIds.LinkOutside, link, null, null, $"'{link}' is a link that leads out of '{unit.Unit.Id}', {whose}: what lies there is compiled and shipped as if it were its own",
                owner is null ? "Put the files here, or into a package." : $"Remove the link; move what both need into a package.");
        }
    }

    // Where it really leads; what it says where that is nowhere, so that a sparse checkout hides nothing.
    private static (string? Path, string Text)? Target(UnitInventory unit, string link)
    {
        var absolute = unit.Absolute(link);
        var says = new FileInfo(absolute).LinkTarget;
        if (RealPath.Of(absolute) is { } real && RealPath.Of(unit.Map.Platform.Root) is { } root)
        {
            var relative = Path.GetRelativePath(root, real).Replace('\\', '/');
            return (relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative, says ?? real);
        }
        if (says is null) return null;
        var folder = link.LastIndexOf('/') is var slash and >= 0 ? link[..slash] : "";
        return Path.IsPathRooted(says) ? (null, says) : (RepositoryPath.Resolve(folder, says), says);
    }
}
