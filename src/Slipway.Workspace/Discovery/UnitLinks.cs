using System.Collections.Immutable;
using Slipway.Model.Environments;
using Slipway.Model.Units;
using Slipway.Workspace.Configuration;

namespace Slipway.Workspace.Discovery;

/// <summary>Looks up the units that files name, now that all units are known.</summary>
internal sealed class UnitLinks(ImmutableArray<Unit> units, IReadOnlyDictionary<string, UnitFile> files)
{
    private readonly string[] _names = [.. units.Select(unit => unit.Name.ToString())];

    public ImmutableArray<Unit> Resolve(DiscoveredUnits discovered)
    {
        var byRoot = discovered.Units.Where(candidate => candidate.UnitFile is not null && files.ContainsKey(candidate.UnitFile))
            .ToDictionary(candidate => candidate.Folders[0], candidate => files[candidate.UnitFile!], StringComparer.Ordinal);
        ImmutableArray<Unit> resolved = [.. units.Select(unit => byRoot.TryGetValue(unit.Root, out var file) ? Resolve(unit, file) : unit)];
        foreach (var shared in resolved.Where(unit => unit.Database is not null).GroupBy(unit => (unit.Database!.Engine, unit.Database.Name)).Where(same => same.Skip(1).Any()))
        {
            byRoot[shared.Last().Root].Database!.Place.Report(
                Codes.SharedDatabase,
                $"The database '{shared.Key.Name}' belongs to {string.Join(" and ", shared.Select(unit => unit.Id))}; each service owns its own.",
                "give this unit a database of its own");
        }
        return resolved;
    }

    public ImmutableArray<EnvironmentSettings> Resolve(ImmutableArray<EnvironmentFile> environments) =>
    [
        .. environments.Select(file => new EnvironmentSettings
        {
            Name = file.Name,
            Description = file.Description,
            Urls = Keyed(file.Urls),
            Settings = Keyed(file.Settings),
        }),
    ];

    private Unit Resolve(Unit unit, UnitFile file) => unit with
    {
        Visibility = file.Visibility is { } names ? [.. names.Select(Find).OfType<UnitName>()] : null,
        AllowedEdges =
        [
            .. from edge in file.AllowedEdges
               let to = Find(edge.To)
               where to is not null
               select new AllowedEdge(to, edge.Reason, edge.Until),
        ],
    };

    private ImmutableSortedDictionary<UnitName, T> Keyed<T>(ImmutableArray<(PlacedName Unit, T Value)> entries)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<UnitName, T>();
        foreach (var (unit, value) in entries)
        {
            if (Find(unit) is { } name) found[name] = value;
        }
        return found.ToImmutable();
    }

    private UnitName? Find(PlacedName placed)
    {
        if (UnitName.TryParse(placed.Text, out var name) && units.FirstOrDefault(unit => unit.Name == name) is { } found) return found.Name;
        placed.Place.Report(Codes.UnknownUnit, $"'{placed.Text}' is not a unit of this platform.", Texts.DidYouMean(placed.Text, _names));
        return null;
    }
}
