using System.Collections.Immutable;
using Slipway.Boundaries.Copies;
using Slipway.Boundaries.Data;
using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Folders;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Scans;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries;

/// <summary>
/// The ring of the boundary rules that no project file can switch off: it looks at the platform from outside, at .NET projects and npm
/// packages alike, and needs neither a restore nor a compiler.
/// </summary>
/// <param name="clock">Tells the day on which allowed edges expire, in UTC.</param>
public sealed class BoundaryChecker(TimeProvider clock)
{
    /// <summary>Everything that breaks the rules, in the order of the platform's units.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="files">All of its files that are not ignored.</param>
    /// <param name="keep">
    /// A file that keeps what was found in each unit, so that only units that have changed are looked at again; it may be deleted at any time.
    /// Null keeps nothing.
    /// </param>
    public ImmutableArray<BoundaryFinding> Check(Platform platform, IReadOnlyCollection<ListedFile> files, string? keep = null)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(files);
        var permissions = new Permissions(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var inventory = new PlatformInventory(platform, files);
        var scans = KeptScans.Of(inventory, permissions, keep);

        var edges = new EdgeRule(platform, permissions);
        var exposures = new ExposureRule(platform);
        var allowances = new AllowanceRule(platform);
        var databases = new SharedDatabaseRule(platform.Units, scans.SelectMany(scan => scan.Value.Databases.Select(use => (scan.Key, use))).Concat(Deployed(inventory)));
        var copies = new CopiedSourceRule(inventory, permissions, platform.Units.SelectMany(unit => scans[unit.Id].Sources.Select(source => (unit, source))));
        return
        [
            .. from unit in platform.Units
               let scan = scans[unit.Id]
               from finding in edges.Check(unit)
                   .Concat(exposures.Check(unit))
                   .Concat(scan.Findings)
                   .Concat(databases.Check(unit))
                   .Concat(copies.Check(unit))
                   .Concat(allowances.Check(unit, scan.Covered.Select(UnitName.Parse).ToHashSet()))
                   // What belongs to no unit has to fail somewhere: the first one stands for all.
                   .Concat(unit == platform.Units[0] ? UnknownFolderRule.Check(platform) : [])
               select new BoundaryFinding(unit.Id, finding),
        ];
    }

    private static IEnumerable<(UnitId Unit, DatabaseUse Use)> Deployed(PlatformInventory inventory)
    {
        var deployments = new Deployments(inventory.Map);
        return
            from file in inventory.Unowned
            where Configurations.IsOne(file)
            let text = UnitInventory.Read(Path.Join(inventory.Map.Platform.Root, file.Path))
            where text is not null
            from found in deployments.Find(file.Path, text)
            select found;
    }
}
