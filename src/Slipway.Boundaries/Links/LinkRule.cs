using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Links;

/// <summary>Links of git (mode 120000) and on disk, junctions included, that lead out of their unit: a glob follows them, and no compiler notices.</summary>
internal sealed class LinkRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        var links = unit.Files.Where(file => file.IsLink).Select(file => file.Path)
            .Concat(unit.Map.Platform.Links.Where(link => unit.Map.HolderOf(link)?.Id == unit.Unit.Id))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var link in links)
        {
            if (LinkTarget.Of(unit.Map.Platform.Root, link) is not { } target) continue;
            var owner = target.Path is null ? null : unit.Map.OwnerOf(target.Path);
            if (owner?.Id == unit.Unit.Id || (owner is null && target.Path is { } path && !path.Contains('/', StringComparison.Ordinal) && File.Exists(unit.Absolute(path)))) continue;
            var whose = owner is not null ? $"to '{target.Path}' of '{owner.Id}'" : target.Path is null ? $"out of the repository, to '{target.Text}'" : $"to '{target.Path}', which is no unit's";
            yield return Found.At(
                RuleIds.LinkOutside, link, null, null, $"'{link}' is a link that leads out of '{unit.Unit.Id}', {whose}: what lies there is compiled and shipped as if it were its own",
                owner is null ? "Put the files here, or into a package." : $"Remove the link; move what both need into a package.");
        }
    }
}
