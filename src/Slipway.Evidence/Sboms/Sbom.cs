using System.Collections.Immutable;

namespace Slipway.Evidence.Sboms;

/// <summary>What a release is made of.</summary>
public sealed record Sbom
{
    /// <summary>What is released.</summary>
    public required SbomComponent Subject { get; init; }

    /// <summary>What is in it. References are distinct, <see cref="Subject"/>'s included.</summary>
    public ImmutableArray<SbomComponent> Components { get; init; } = [];

    /// <summary>Everything, the subject first, then in ordinal order of references.</summary>
    internal IEnumerable<SbomComponent> All => Components.OrderBy(component => component.Reference, StringComparer.Ordinal).Prepend(Subject);
}
