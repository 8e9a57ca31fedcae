using System.Collections.Immutable;

namespace Slipway.Model.Units;

/// <summary>What of a unit others may use. Nothing is exposed by silence.</summary>
public sealed record Exposure
{
    /// <summary>Project files, as globs from the unit's root.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>Identities of NuGet or npm packages that it publishes.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    public ImmutableArray<string> Namespaces { get; init; } = [];
}
