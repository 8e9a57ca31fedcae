using System.Collections.Immutable;
using Slipway.Model;

namespace Slipway.Evidence.Policies;

/// <summary>What an environment asks of a release. Every demand is for something that must be there: taking a statement away never helps.</summary>
public sealed record EnvironmentPolicy
{
    public required EnvironmentName Environment { get; init; }

    /// <summary>Statements that must be there beside those of gates: <c>provenance</c>, <c>sbom</c>.</summary>
    public ImmutableSortedSet<string> Statements { get; init; } = ["provenance"];

    /// <summary>Gates that must have passed, by their stages' names.</summary>
    public ImmutableSortedDictionary<string, GateDemand> Gates { get; init; } = ImmutableSortedDictionary<string, GateDemand>.Empty;

    /// <summary>Who may have built, executed and signed: <c>local</c>, <c>ci</c>. At least one.</summary>
    public required ImmutableSortedSet<string> Builders { get; init; }

    /// <summary>How long ago the build and every gate may have been executed; null for any time.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary>The external parameters of the build beside unit and version, exactly; null for any.</summary>
    public ImmutableSortedDictionary<string, string>? Parameters { get; init; }

    /// <summary>Whether what was built from uncommitted changes is taken. Default: false.</summary>
    public bool AllowsUncommitted { get; init; }

    /// <summary>Whether what a development key signed is taken. No policy file can say otherwise.</summary>
    public bool AllowsDevelopmentKeys => Environment <= EnvironmentName.Dev;
}
