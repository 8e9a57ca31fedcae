using System.Collections.Immutable;
using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Inventory;
using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Assemblies;

/// <summary>
/// The last word: whatever trick put an assembly of another unit beside the program, a plugin folder, a copy after the build, a container that
/// is scanned at start, it lies among what ships, and its stamp says whose it is.
/// </summary>
/// <param name="clock">Tells the day on which allowed edges expire.</param>
public sealed class ShippedAssemblyRule(TimeProvider clock)
{
    /// <param name="platform">The platform.</param>
    /// <param name="unit">Whose it is what ships.</param>
    /// <param name="folder">Where it lies, absolute.</param>
    /// <param name="part">What the folder is called, for messages.</param>
    public ImmutableArray<Finding> Check(Platform platform, Unit unit, string folder, string part)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(unit);
        var inventory = new UnitInventory(unit, [], new PlatformInventory(platform, []), new Permissions(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        return
        [
            .. from file in FileTree.Files(folder)
               where file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
               let stamp = StampReader.Read(Path.Join(folder, file))
               where stamp is { Unit.Length: > 0 }
               let owner = Stamps.ForeignOwner(inventory, stamp.Unit!)
               where owner is not null && !IsExposed(unit, owner, stamp.Name)
               select Found.At(
                   RuleIds.ForeignAssemblyShipped, unit.Root, null, null, $"What '{unit.Id}' ships holds '{part}/{file}', which is the assembly '{stamp.Name}' of '{owner.Id}' by its stamp",
                   $"Find what puts it there (a copy, a plugin folder, a package) and remove it; use the SDK package of '{owner.Name}'."),
        ];
    }

    private static bool IsExposed(Unit user, Unit owner, string assembly) =>
        Permissions.IsVisible(user, owner) && owner.Projects.Any(project => project.IsExposed && project.Name == assembly);
}
