using System.Collections.Immutable;

namespace Slipway.Workspace.Graph;

/// <summary>Finds circles, one for each tangle, by its shortest path from its first member.</summary>
internal static class CycleFinder
{
    /// <returns>Each circle as its members in order, the first repeated at the end.</returns>
    public static ImmutableArray<ImmutableArray<T>> Find<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> next)
        where T : notnull
    {
        var found = ImmutableArray.CreateBuilder<ImmutableArray<T>>();
        var told = new HashSet<T>();
        foreach (var node in nodes.Where(node => !told.Contains(node)))
        {
            if (ShortestWayBack(node, next) is not { } circle) continue;
            told.UnionWith(circle);
            found.Add(circle);
        }
        return found.ToImmutable();
    }

    private static ImmutableArray<T>? ShortestWayBack<T>(T start, Func<T, IEnumerable<T>> next)
        where T : notnull
    {
        var cameFrom = new Dictionary<T, T>();
        var queue = new Queue<T>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var to in next(at))
            {
                if (!cameFrom.TryAdd(to, at)) continue;
                if (to.Equals(start)) return Path(start, cameFrom);
                queue.Enqueue(to);
            }
        }
        return null;
    }

    private static ImmutableArray<T> Path<T>(T start, Dictionary<T, T> cameFrom)
        where T : notnull
    {
        var path = new List<T> { start };
        for (var at = cameFrom[start]; !at.Equals(start); at = cameFrom[at]) path.Add(at);
        path.Add(start);
        path.Reverse();
        return [.. path];
    }
}
