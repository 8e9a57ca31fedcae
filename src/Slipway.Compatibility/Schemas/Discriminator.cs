using System.Collections.Immutable;

namespace Slipway.Compatibility.Schemas;

/// <summary>How one tells which alternative a value is.</summary>
/// <param name="Property">The property that tells.</param>
/// <param name="Mapping">What its values mean.</param>
internal sealed record Discriminator(string Property, ImmutableSortedDictionary<string, string> Mapping)
{
    /// <summary>Whether whoever knows this one understands the other.</summary>
    public bool IsKeptBy(Discriminator? other) =>
        other is not null && other.Property == Property && Mapping.All(entry => other.Mapping.TryGetValue(entry.Key, out var target) && target == entry.Value);
}
