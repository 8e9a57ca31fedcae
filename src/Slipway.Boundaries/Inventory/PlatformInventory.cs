using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Inventory;

/// <summary>All files of a platform, by owner.</summary>
internal sealed class PlatformInventory
{
    private readonly ILookup<UnitId, ListedFile> _own;

    public PlatformInventory(Platform platform, IReadOnlyCollection<ListedFile> files)
    {
        Map = new(platform, files);
        var owned = files.Select(file => (file, owner: Map.HolderOf(file.Path))).ToList();
        _own = owned.Where(pair => pair.owner is not null).ToLookup(pair => pair.owner!.Id, pair => pair.file);
        Unowned = [.. owned.Where(pair => pair.owner is null).Select(pair => pair.file)];
    }

    public UnitMap Map { get; }

    /// <summary>Files of no unit: those of the root, of build/, of deploy/.</summary>
    public ImmutableArray<ListedFile> Unowned { get; }

    public ImmutableArray<ListedFile> Of(UnitId unit) => [.. _own[unit].OrderBy(file => file.Path, StringComparer.Ordinal)];
}
