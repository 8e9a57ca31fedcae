using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Routes;

/// <summary>Walks the edges breadth first, so that the route that is told is the shortest.</summary>
internal sealed class RouteFinder(Platform platform)
{
    private readonly ILookup<UnitId, Edge> _edges = platform.Edges.ToLookup(edge => edge.From);

    /// <summary>
    /// The services and apps that a unit comes to use, directly or through others. Beyond a service or app the walk goes on only where
    /// <paramref name="passes"/> says so: what lies behind a forbidden edge is not this unit's fault.
    /// </summary>
    public IEnumerable<Route> ToForeignUnits(UnitId start, Func<UnitId, bool> passes)
    {
        var seen = new HashSet<UnitId> { start };
        var pending = new Queue<Route>(_edges[start].Select(edge => new Route([edge])));
        while (pending.TryDequeue(out var route))
        {
            if (!seen.Add(route.To)) continue;
            if (route.To.Kind != UnitKind.Package)
            {
                yield return route;
                if (!passes(route.To)) continue;
            }
            foreach (var edge in _edges[route.To]) pending.Enqueue(new Route([.. route.Edges, edge]));
        }
    }
}
