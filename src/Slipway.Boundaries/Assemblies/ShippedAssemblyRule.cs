using System.Collections.Immutable;
using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Inventory;
using Slipway.Machine.Files;
using Slipway.Machine.Programs;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Assemblies;

/// <summary>
/// The last word: whatever trick put an assembly of another unit beside the program, a plugin folder, a copy after the build, a container that
/// is scanned at start, it lies among what ships, and its stamp says whose it is. So it does in a program that is one file.
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
            .. from shipped in Assemblies(folder)
               let owner = Stamps.ForeignOwner(inventory, shipped.Stamp.Unit!)
               where owner is not null && !IsExposed(unit, owner, shipped.Stamp.Name)
               select Found.At(
                   RuleIds.ForeignAssemblyShipped, unit.Root, null, null, $"What '{unit.Id}' ships holds '{part}/{shipped.File}', which is the assembly '{shipped.Stamp.Name}' of '{owner.Id}' by its stamp",
                   $"Find what puts it there (a copy, a plugin folder, a package) and remove it; use the SDK package of '{owner.Name}'."),
        ];
    }

    private static IEnumerable<(string File, Stamp Stamp)> Assemblies(string folder)
    {
        foreach (var file in FileTree.Files(folder))
        {
            if (IsAssembly(file) && StampReader.Read(Path.Join(folder, file)) is { Unit.Length: > 0 } stamp) yield return (file, stamp);
            // A program that is one file may be called anything.
            foreach (var entry in Inside(Path.Join(folder, file)).Where(entry => IsAssembly(entry.Path)))
            {
                if (StampReader.Read(entry) is { Unit.Length: > 0 } inside) yield return ($"{file}/{entry.Path}", inside);
            }
        }
    }

    private static ImmutableArray<SingleFileEntry> Inside(string file) => Has(file, ".dll") ? [] : SingleFile.Read(file);

    private static bool IsAssembly(string file) => Has(file, ".dll") || Has(file, ".exe");

    private static bool Has(string file, string extension) => Path.GetExtension(file).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static bool IsExposed(Unit user, Unit owner, string assembly) =>
        Permissions.IsVisible(user, owner) && owner.Projects.Any(project => project.IsExposed && project.Name == assembly);
}
