using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>Walks the edges breadth first, so that the route that is told is the shortest.</summary>
internal sealed class RouteFinder(Platform platform)
{
    private readonly ILookup<UnitId, Edge> _edges = platform.Edges.ToLookup(edge => edge.From);
    private readonly ILookup<UnitId, Edge> _users = platform.Edges.ToLookup(edge => edge.To);

    /// <summary>The direct edges of a unit.</summary>
    public IEnumerable<Edge> From(UnitId unit) => _edges[unit];

    /// <summary>
    /// The services and apps that a unit comes to use through others. Beyond a service or app the walk goes on only where
    /// <paramref name="passes"/> says so: what lies behind a forbidden edge is not this unit's fault.
    /// </summary>
    public IEnumerable<Route> Through(UnitId start, Func<UnitId, bool> passes)
    {
        var seen = new HashSet<UnitId> { start };
        var pending = new Queue<Route>(_edges[start].Select(edge => new Route([edge])));
        while (pending.TryDequeue(out var route))
        {
            if (!seen.Add(route.To)) continue;
            if (route.To.Kind != UnitKind.Package)
            {
                if (route.Edges.Length > 1) yield return route;
                if (!passes(route.To)) continue;
            }
            foreach (var edge in _edges[route.To]) pending.Enqueue(new Route([.. route.Edges, edge]));
        }
    }

    /// <summary>The longest way that leads to an edge without going round: who comes to use its end by it.</summary>
    public Route UpTo(Edge edge)
    {
        var route = new Route([edge]);
        var seen = new HashSet<UnitId> { edge.To, edge.From };
        while (_users[route.From].OrderBy(user => user.From).FirstOrDefault(user => seen.Add(user.From)) is { } user) route = new([user, .. route.Edges]);
        return route;
    }
}
