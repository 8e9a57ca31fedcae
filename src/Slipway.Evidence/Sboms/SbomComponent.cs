using System.Collections.Immutable;

namespace Slipway.Evidence.Sboms;

/// <summary>One thing of an SBOM.</summary>
public sealed record SbomComponent
{
    /// <summary>Names it within the SBOM: its package URL, where it has one.</summary>
    public required string Reference { get; init; }

    /// <summary>As CycloneDX says it: <c>application</c>, <c>library</c>, <c>framework</c>, <c>container</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The scope of an npm package: <c>@sigstore</c>.</summary>
    public string? Group { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for what has none of its own, such as a unit whose content is named by its digest.</summary>
    public string? Version { get; init; }

    /// <summary>Its package URL.</summary>
    public string? Purl { get; init; }

    /// <summary>Lower-case hexadecimal by CycloneDX's name of the algorithm: <c>SHA-512</c>.</summary>
    public ImmutableSortedDictionary<string, string> Hashes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public SbomLicense? License { get; init; }

    /// <summary>Whether it was used and nothing of it ships.</summary>
    public bool Excluded { get; init; }

    /// <summary>Whether what ships does without it.</summary>
    public bool Optional { get; init; }

    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>References of what it needs directly.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];
}
