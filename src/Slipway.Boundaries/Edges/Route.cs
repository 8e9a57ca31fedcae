using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>How one unit comes to use another: the edges from the one to the other, at least one.</summary>
internal sealed record Route(ImmutableArray<Edge> Edges)
{
    public UnitId From => Edges[0].From;

    public UnitId To => Edges[^1].To;

    /// <summary><c>services/ordering → packages/helpers → services/catalog</c>.</summary>
    public override string ToString() => string.Join(" → ", Edges.Select(edge => edge.To.ToString()).Prepend(From.ToString()));
}
