using System.Collections.Immutable;

namespace Slipway.Boundaries.Scripts;

/// <param name="Way">The keys from the root; elements of lists have none of their own.</param>
/// <param name="Value">The text.</param>
/// <param name="Offset">Of its key, or of the text itself in a list.</param>
internal sealed record JsonLeaf(ImmutableArray<string> Way, string Value, int Offset)
{
    public bool IsBelow(params ReadOnlySpan<string> way) => Way.Length >= way.Length && Way.AsSpan(0, way.Length).SequenceEqual(way);
}
