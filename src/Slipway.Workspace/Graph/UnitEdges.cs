using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Workspace.Graph;

/// <summary>Draws an edge between two units for every reference between their projects.</summary>
internal static class UnitEdges
{
    public static ImmutableArray<Edge> Of(IReadOnlyCollection<Unit> units)
    {
        var owners = units.SelectMany(unit => unit.Projects.Select(project => (project.Path, unit.Id)))
            .ToDictionary(pair => pair.Path, pair => pair.Id, StringComparer.Ordinal);
        return
        [
            .. from unit in units
               from project in unit.Projects
               from reference in project.References
               where owners.ContainsKey(reference) && owners[reference] != unit.Id
               group project.Path by (From: unit.Id, To: owners[reference]) into edge
               orderby edge.Key.From, edge.Key.To
               select new Edge(edge.Key.From, edge.Key.To, [.. edge.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
        ];
    }
}
