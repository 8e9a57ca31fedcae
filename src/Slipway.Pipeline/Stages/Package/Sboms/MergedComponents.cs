using System.Collections.Immutable;
using Slipway.Evidence.Sboms;

namespace Slipway.Pipeline.Stages.Package.Sboms;

/// <summary>Components out of several graphs, each once: what one of them ships is shipped, and what it needs in any of them it needs.</summary>
internal sealed class MergedComponents
{
    private readonly SortedDictionary<string, SbomComponent> _components = new(StringComparer.Ordinal);

    public MergedComponents Add(IEnumerable<SbomComponent> components)
    {
        foreach (var component in components)
            _components[component.Reference] = _components.TryGetValue(component.Reference, out var known) ? Merge(known, component) : component;
        return this;
    }

    public ImmutableArray<SbomComponent> ToImmutable() => [.. _components.Values];

    private static SbomComponent Merge(SbomComponent one, SbomComponent other) => one with
    {
        Excluded = one.Excluded && other.Excluded,
        Optional = one.Optional && other.Optional,
        DependsOn = [.. one.DependsOn.Union(other.DependsOn, StringComparer.Ordinal)],
    };
}
